# Runs a database and a web server for the blog in the current folder until the standard input ends, as it does with the test, however
# that ends. Then it removes the folder.
mariadbd --no-defaults --user=root --datadir="$PWD/data" --socket="$BLOG_SOCKET" --skip-networking --skip-grant-tables \
  --innodb-flush-log-at-trx-commit=0 --pid-file="$PWD/data.pid" &
PHP_CLI_SERVER_WORKERS=4 php -d opcache.revalidate_freq=0 -d upload_max_filesize=8M -d post_max_size=8M \
  -S "$BLOG_HOST" -t web &
cat > /dev/null
trap '' TERM
kill -TERM 0
wait
rm -rf "$PWD"
