<?php
// The classic editor for the account of that name, instead of the plugin that brings it back.

add_filter( 'use_block_editor_for_post', function () {
	return 'classic' !== wp_get_current_user()->user_login;
} );
