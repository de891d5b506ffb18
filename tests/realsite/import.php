<?php
// php import.php SITE-FOLDER POSTS.json: installs WordPress in the folder and puts the posts of tests/world in.
[, $site, $source] = $argv;
$world = json_decode(file_get_contents($source), true, 512, JSON_THROW_ON_ERROR);
$_SERVER['HTTP_HOST'] = parse_url($world['url'], PHP_URL_HOST) . ':' . parse_url($world['url'], PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
define('WP_INSTALLING', true);
function wp_new_blog_notification() {}  // it would mail the password
require "$site/wp-config.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

install($world);
foreach (get_posts(['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1]) as $greeting) {
    wp_delete_post($greeting->ID, true);
}
foreach ($world['posts'] as $post) import($post);
flush_rewrite_rules();
echo 'posts: ', wp_count_posts()->publish, "\n";

function install(array $world): void {
    wp_install($world['name'], 'admin', 'admin@example.org', true, '', wp_generate_password());
    update_option('blogdescription', $world['tagline']);
    update_option('permalink_structure', '/archives/%post_id%');
    update_option('timezone_string', 'Asia/Bangkok');
    $GLOBALS['wp_rewrite']->init();
    switch_theme($world['theme']);
    wp_set_current_user(1);
    kses_remove_filters();  // an editor's HTML is kept as typed
}

function import(array $post): void {
    $id = kept(wp_insert_post(wp_slash([
        'import_id' => $post['id'], 'post_title' => $post['title'], 'post_content' => whole($post['content']),
        'post_status' => 'publish', 'post_date' => $post['published'], 'post_name' => $post['slug'],
        'post_category' => [wp_create_category($post['category'])],
        'guid' => home_url("/?p={$post['id']}"),  // as of a post that was a draft in the editor first
    ]), true), $post['id']);
    foreach ($post['files'] as $n => $file) attach($post, $id + 1 + $n, $file);
    changed($id, $post['modified']);
}

/** The HTML with the whole addresses that the editor writes for own files. */
function whole(string $content): string {
    return str_replace('="/wp-content/', '="' . home_url('/wp-content/'), $content);
}

function attach(array $post, int $id, array $file): void {
    $uploads = wp_upload_dir();
    wp_mkdir_p(dirname("{$uploads['basedir']}/{$file['path']}"));
    copy($file['source'], "{$uploads['basedir']}/{$file['path']}");
    kept(wp_insert_attachment(wp_slash([
        'import_id' => $id, 'post_title' => $file['title'], 'post_date' => $post['published'],
        'post_mime_type' => wp_check_filetype($file['path'])['type'], 'post_status' => 'inherit',
        'guid' => "{$uploads['baseurl']}/{$file['path']}",
    ]), $file['path'], $post['id'], true), $id);
    changed($id, $post['modified']);
}

/** WordPress stamps every save with the present; the stamp of the post's own last change is put back. */
function changed(int $id, string $moment): void {
    global $wpdb;
    $stamps = ['post_modified' => $moment, 'post_modified_gmt' => get_gmt_from_date($moment)];
    $wpdb->update($wpdb->posts, $stamps, ['ID' => $id]);
    clean_post_cache($id);
}

function kept($id, int $wanted): int {
    if (is_wp_error($id)) exit("post $wanted: " . $id->get_error_message() . "\n");
    if ($id !== $wanted) exit("post $wanted: got the id $id\n");
    return $id;
}
