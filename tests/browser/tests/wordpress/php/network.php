<?php
// Makes a network of the WordPress in the current folder, with a second site, which is Polish. Run twice: only the second time the
// network is there.

require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$path = parse_url( getenv( 'BLOG_ADDRESS' ), PHP_URL_PATH ) . '/';

if ( is_multisite() ) {
	$second = wp_insert_site( array( 'domain' => getenv( 'BLOG_HOST' ), 'path' => $path . 'second/', 'user_id' => 1 ) );
	// WordPress takes the colon out of an address with a port.
	$wpdb->update( $wpdb->blogs, array( 'domain' => getenv( 'BLOG_HOST' ) ), array( 'blog_id' => $second ) );
	clean_blog_cache( $second );
	$address = getenv( 'BLOG_ADDRESS' ) . '/second';
	$options = array( 'home' => $address, 'siteurl' => $address, 'WPLANG' => 'pl_PL' );
	$options += array( 'template' => 'twentytwentythree', 'stylesheet' => 'twentytwentythree' );
	foreach ( $options as $name => $value ) {
		update_blog_option( $second, $name, $value );
	}
	add_user_to_blog( $second, get_user_by( 'login', 'author' )->ID, 'author' );
} else {
	foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) {
		$wpdb->$table = $name;
	}
	install_network();
	populate_network( 1, getenv( 'BLOG_HOST' ), 'administrator@blog.example', 'Network', $path, false );
}
