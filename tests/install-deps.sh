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
    php php-cgi php-cli php-mysql php-xml php-mbstring \
    python3-venv > /dev/null

# The validator of WACZ brings fifty packages, so it lives in an environment of its own.
if ! command -v wacz > /dev/null; then
    python3 -m venv /opt/wacz
    /opt/wacz/bin/python -m pip install -q wacz==0.6.0
    ln -sf /opt/wacz/bin/wacz /opt/wacz/bin/cdxj-indexer /usr/local/bin/
fi
