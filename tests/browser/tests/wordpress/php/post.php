<?php
// Publishes a post of the author with the content that is given, filtered as that of an author is, and says its address.

require getcwd() . '/wp-load.php';
wp_set_current_user( get_user_by( 'login', 'author' )->ID );
kses_init();
$post = array( 'post_title' => 'Czyja to wina?', 'post_content' => wp_slash( $argv[1] ), 'post_status' => 'publish' );
echo get_permalink( wp_insert_post( $post ) );
