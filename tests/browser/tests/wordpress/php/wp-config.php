<?php
// The settings of a WordPress that lives as long as a test. What differs comes from the environment.

define( 'DB_NAME', 'blog' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'BLOG_SOCKET' ) );
$table_prefix = 'wp_';

$address = parse_url( getenv( 'BLOG_ADDRESS' ) );
if ( 'cli' === PHP_SAPI ) {
	// Scripts of the test are asked for by no address.
	$_SERVER['HTTP_HOST']   = getenv( 'BLOG_HOST' );
	$_SERVER['REQUEST_URI'] = $address['path'] . '/';
}
if ( file_exists( __DIR__ . '/is-network' ) ) {
	define( 'MULTISITE', true );
	define( 'SUBDOMAIN_INSTALL', false );
	define( 'DOMAIN_CURRENT_SITE', getenv( 'BLOG_HOST' ) );
	define( 'PATH_CURRENT_SITE', $address['path'] . '/' );
	define( 'SITE_ID_CURRENT_SITE', 1 );
	define( 'BLOG_ID_CURRENT_SITE', 1 );
} else {
	define( 'WP_HOME', getenv( 'BLOG_ADDRESS' ) );
	define( 'WP_SITEURL', getenv( 'BLOG_ADDRESS' ) );
}

// Nothing leaves this machine.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'FS_METHOD', 'direct' );

// What PHP complains about goes to a file, at which the tests look.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );

defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require ABSPATH . 'wp-settings.php';
