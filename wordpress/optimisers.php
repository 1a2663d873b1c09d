<?php
/**
 * Keeps optimisers from merging, delaying or rewriting the front-end script: it is small, deferred anyway, and works out addresses from its own.
 */

namespace Duet\SelfCheck;

defined( 'ABSPATH' ) || exit;

const SCRIPT_FILE = 'duet-self-check/site/embed.js';

// LiteSpeed Cache, Rocket Loader of Cloudflare and others go by attributes.
add_filter(
	'script_loader_tag',
	function ( $tag, $handle ) {
		$marks = ' defer data-no-optimize="1" data-no-defer="1" data-no-minify="1" data-cfasync="false" src=';
		return SCRIPT === $handle ? str_replace( ' src=', $marks, $tag ) : $tag;
	},
	10,
	2
);

// WP Rocket: parts of addresses.
foreach ( array( 'rocket_exclude_js', 'rocket_exclude_defer_js', 'rocket_delay_js_exclusions' ) as $filter ) {
	add_filter(
		$filter,
		function ( $excluded ) {
			return array_merge( (array) $excluded, array( '/' . SCRIPT_FILE ) );
		}
	);
}

// SiteGround's Speed Optimizer: handles.
foreach ( array( 'sgo_js_minify_exclude', 'sgo_javascript_combine_exclude', 'sgo_js_async_exclude' ) as $filter ) {
	add_filter(
		$filter,
		function ( $excluded ) {
			return array_merge( (array) $excluded, array( SCRIPT ) );
		}
	);
}

// Autoptimize: parts of addresses, as one text in older versions.
add_filter(
	'autoptimize_filter_js_exclude',
	function ( $excluded ) {
		return is_array( $excluded ) ? array_merge( $excluded, array( SCRIPT_FILE => '' ) ) : "$excluded, " . SCRIPT_FILE;
	}
);
