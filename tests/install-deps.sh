#!/bin/sh
# What some tests need besides Python: a browser, OCR for Thai, LibreOffice without windows, a real WordPress.
# To add a program: its Debian package below, and @pytest.mark.needs("<program>") on its tests.
set -eu
export DEBIAN_FRONTEND=noninteractive

# Debian starts the daemons it installs, unless this file says no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
fi

# The minus keeps Apache out: wordpress asks for some web server, and micro-httpd is one.
apt-get update -qq
apt-get install -qq -y --no-install-recommends \
    chromium \
    tesseract-ocr tesseract-ocr-tha \
    libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui \
    wordpress wordpress-theme-twentytwentyone micro-httpd apache2-bin- \
    mariadb-server-core \
    php php-cgi php-cli php-mysql php-xml php-mbstring > /dev/null
