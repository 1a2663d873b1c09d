<?php
/**
 * Plugin Name: Duet Self-Check
 * Description: A block and a shortcode with which readers find out, in five minutes and in their own browser, how well their Sales and Marketing play together.
 * Version: %version%
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * Author: The Duet authors
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: duet-self-check
 * Domain Path: /languages
 * Update URI: false
 */

namespace Duet\SelfCheck;

defined( 'ABSPATH' ) || exit;

const VERSION = '%version%';

/** The handle of the front-end script, and the beginning of that of the editor. */
const SCRIPT = 'duet-self-check';

/** Browsers take an element that they do not know for a part of a line, and themes give no margins to that. */
const STYLE = 'display:block';

/** What a block or a shortcode may set. */
const KNOWN = array(
	'lang'  => array( 'pl', 'en' ),
	'theme' => array( 'light', 'dark' ),
	'side'  => array( 'sales', 'marketing', 'other' ),
);

require __DIR__ . '/optimisers.php';
require __DIR__ . '/update.php';

add_action( 'init', __NAMESPACE__ . '\\register' );

function register() {
	load_plugin_textdomain( 'duet-self-check', false, basename( __DIR__ ) . '/languages' );
	wp_register_script( SCRIPT, plugins_url( 'site/embed.js', __FILE__ ), array(), VERSION, true );
	register_editor();
	register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\\block' ) );
	add_shortcode( 'duet', __NAMESPACE__ . '\\shortcode' );
}

function register_editor() {
	$handle = SCRIPT . '-editor';
	$needs  = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( $handle, plugins_url( 'block/editor.js', __FILE__ ), $needs, VERSION, true );
	wp_set_script_translations( $handle, 'duet-self-check', __DIR__ . '/languages' );
	$site = array( 'address' => site_address(), 'lang' => page_language() );
	wp_add_inline_script( $handle, 'window.duetSelfCheck = ' . wp_json_encode( $site ) . ';', 'before' );
}

/** With the width and the classes that were set in the editor. */
function block( $settings ) {
	return check( $settings, get_block_wrapper_attributes( array( 'style' => STYLE ) ) );
}

function shortcode( $settings ) {
	// Without attributes it is an empty string.
	return check( (array) $settings, 'style="' . STYLE . '"' );
}

/**
 * The check. Where its element is removed, as in mails, the link inside stays.
 *
 * @param array  $settings Its settings; those that are not known are ignored.
 * @param string $more     More attributes, already escaped.
 */
function check( $settings, $more ) {
	$settings = array_merge( array( 'lang' => page_language() ), known( $settings ) );
	if ( is_feed() ) {
		return link_to( $settings );
	}
	wp_enqueue_script( SCRIPT );
	$attributes = array_merge( $settings, array( 'src' => site_address() ) );
	foreach ( $attributes as $name => $value ) {
		$more .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return "<duet-check $more>" . link_to( $settings ) . '</duet-check>';
}

function known( $settings ) {
	$is_known = function ( $value, $name ) {
		return isset( KNOWN[ $name ] ) && in_array( $value, KNOWN[ $name ], true );
	};
	return array_filter( $settings, $is_known, ARRAY_FILTER_USE_BOTH );
}

function link_to( $settings ) {
	$address = site_address() . ( 'en' === $settings['lang'] ? 'en/' : '' );
	if ( isset( $settings['side'] ) ) {
		$address = add_query_arg( 'side', $settings['side'], $address );
	}
	return sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html( link_text( $settings['lang'] ) ) );
}

/** In the language of the check, which may be another one than that of the site. */
function link_text( $language ) {
	$text         = 'See how well your Sales and Marketing play together';
	$translations = new \MO();
	if ( 'pl' === $language && $translations->import_from_file( __DIR__ . '/languages/duet-self-check-pl_PL.mo' ) ) {
		return $translations->translate( $text );
	}
	return $text;
}

function site_address() {
	return plugins_url( 'site/', __FILE__ );
}

/** The language of the site, or that of the page where a plugin for several languages says it. */
function page_language() {
	return 0 === strpos( get_locale(), 'pl' ) ? 'pl' : 'en';
}
