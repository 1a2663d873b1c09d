<?php
/**
 * After an update the program of the version before stays, for pages that are open meanwhile and for those that a cache has kept.
 */

namespace Duet\SelfCheck;

defined( 'ABSPATH' ) || exit;

// After the check of the package by WordPress, which has the priority 10.
add_filter( 'upgrader_source_selection', __NAMESPACE__ . '\\keep_program', 20 );

/**
 * Copies the program of this version into an unpacked package of another one, before that takes the place of this one. An older
 * program, which is here for the same reason, is not copied.
 *
 * @param string|\WP_Error $source The folder of the package.
 */
function keep_program( $source ) {
	global $wp_filesystem;
	if ( is_wp_error( $source ) || basename( $source ) !== basename( __DIR__ ) ) {
		return $source;
	}
	$program = program( (string) file_get_contents( __DIR__ . '/site/index.html' ) );
	$from    = $wp_filesystem->find_folder( __DIR__ ) . "site/$program";
	$to      = trailingslashit( $source ) . "site/$program";
	// Whether it could be copied does not matter: an update without it is better than none.
	if ( $program && ! $wp_filesystem->exists( $to ) && $wp_filesystem->mkdir( $to ) ) {
		copy_dir( $from, $to );
	}
	return $source;
}

/** The name of the folder with the program that a page loads. */
function program( $page ) {
	return preg_match( '/\bduet-[0-9a-f]{16}\b/', $page, $found ) ? $found[0] : '';
}
