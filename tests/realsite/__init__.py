"""A real WordPress with the posts of tests/world, to be harvested like any site.

    wordpress.py   running(): database and PHP, in a folder that vanishes with them
    import.php     puts the posts in, by WordPress's own functions
    router.php     sends PHP's built-in server what is no file to WordPress
    fixture.py     the pytest fixture `wordpress_site`

Debian's packages are enough: wordpress, wordpress-theme-twentytwentyone,
mariadb-server-core, php-cli, php-mysql, php-xml, php-mbstring. Without a theme
WordPress answers every page with an empty 200.
"""
