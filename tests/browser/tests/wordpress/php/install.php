<?php
// Installs WordPress in the current folder, with an account for each role: its name is that of the role, and so is its password.

define( 'WP_INSTALLING', true );

/** Sends the administrator no mail. */
function wp_new_blog_notification() {}

/** Without the guide that greets people in the editor. */
function account( $name, $role, $language ) {
	global $wpdb;
	$id = username_exists( $name );
	$id = $id ? $id : wp_insert_user( array( 'user_login' => $name, 'user_pass' => $name, 'role' => $role ) );
	update_user_meta( $id, 'locale', $language );
	$seen = array( 'welcomeGuide' => false );
	$seen = array( 'core/edit-post' => $seen, 'core/edit-site' => $seen, '_modified' => gmdate( 'c' ) );
	update_user_meta( $id, $wpdb->get_blog_prefix() . 'persisted_preferences', $seen );
}

mysqli_connect( null, 'root', '', null, 0, getenv( 'BLOG_SOCKET' ) )->query( 'CREATE DATABASE blog' );
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Zeszyt w kratkę', 'administrator', 'administrator@blog.example', true, '', 'administrator' );
foreach ( array( 'administrator', 'editor', 'author' ) as $role ) {
	account( $role, $role, '' );
}
account( 'polish', 'administrator', 'pl_PL' );
account( 'classic', 'author', '' );
switch_theme( 'twentytwentyone' );
// Addresses with the number of the post.
update_option( 'permalink_structure', '' );
