<?php
/**
 * Plugin Name: Take-home
 * Description: {{plugin-description}}
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: take-home
 * Domain Path: /languages
 */

// How does a post have the calculator? As a block, or as [take-home gigs="12" gig-price="250"]The example.[/take-home]. What a shortcode
// or a block gives is not filtered, so it works for authors who may not write tags of their own. The texts are in
// words/en.ftl of the project; its build puts them here.

defined( 'ABSPATH' ) || exit;

/** How a calculator looks unless its block says otherwise. */
const TAKE_HOME_LOOKS = array(
	'theme' => 'page',
	'view'  => 'full',
);

/** The address of the calculator's folder, which is in the plugin. */
function take_home_base() {
	return plugins_url( 'calculator/', __FILE__ );
}

/** The names that set an example; none that runs something or belongs to the page. */
function take_home_example( $given ) {
	$example = array();
	foreach ( $given as $name => $value ) {
		// A name without a value is present.
		if ( is_int( $name ) ) {
			list( $name, $value ) = array( $value, '' );
		}
		$name  = strtolower( $name );
		$taken = '/^(?!on|aria-|(frame|autofocus|class|dir|hidden|id|inert|is|part|popover|role|slot|style|tabindex)$)[a-z-]+$/';
		if ( preg_match( $taken, $name ) ) {
			$example[ $name ] = (string) $value;
		}
	}
	return $example;
}

/** An example as the address of a frame has it, behind `?`. */
function take_home_query( $example ) {
	unset( $example['address'] );
	return http_build_query( $example, '', '&', PHP_QUERY_RFC3986 );
}

/** The link to the same numbers, behind `#`. */
function take_home_link( $example ) {
	unset( $example['lang'], $example['theme'] );
	return take_home_query( $example );
}

/** The calculator with an example; in a feed the example and a link, since no reader of feeds runs scripts. */
function take_home_render( $example, $text, $in_frame ) {
	$text = trim( $text );
	if ( is_feed() ) {
		$link       = take_home_link( $example );
		$invitation = esc_html__( '{{invitation}}', 'take-home' );
		return "<div>$text <p><a href=\"" . esc_url( take_home_base() . "#$link" ) . "\">$invitation</a></p></div>";
	}
	if ( $in_frame ) {
		wp_enqueue_script( 'take-home-frame' );
		$title = esc_attr__( '{{frame-title}}', 'take-home' );
		$src   = esc_url( take_home_base() . 'embed.html?' . take_home_query( $example ) );
		return "<iframe src=\"$src\" title=\"$title\" width=\"100%\" height=\"2800\" loading=\"lazy\" allow=\"clipboard-write\" style=\"border: 0\"></iframe>";
	}
	wp_enqueue_script( 'take-home' );
	$attributes = '';
	foreach ( $example as $name => $value ) {
		$attributes .= " $name=\"" . esc_attr( $value ) . '"';
	}
	return "<div><take-home$attributes>$text</take-home></div>";
}

/** [take-home gigs="12" gig-price="250"]The example.[/take-home]; `frame` puts it into a frame. */
function take_home_shortcode( $given, $text = '' ) {
	$given    = is_array( $given ) ? $given : array();
	$in_frame = in_array( 'frame', $given, true ) || isset( $given['frame'] );
	return take_home_render( take_home_example( $given ), shortcode_unautop( (string) $text ), $in_frame );
}

/** The block has the numbers as a link, which every calculator copies, and the example's text. */
function take_home_block( $block ) {
	$given = array();
	// WordPress escapes what authors of some roles write.
	$link = str_replace( '&amp;', '&', $block['link'] );
	$link = (string) preg_replace( '/^[^#?]*[#?]/', '', $link );
	foreach ( array_filter( explode( '&', $link ) ) as $pair ) {
		$parts                              = explode( '=', $pair, 2 );
		$given[ rawurldecode( $parts[0] ) ] = isset( $parts[1] ) ? rawurldecode( $parts[1] ) : '';
	}
	foreach ( TAKE_HOME_LOOKS as $name => $usual ) {
		if ( $block[ $name ] !== $usual ) {
			$given[ $name ] = $block[ $name ];
		}
	}
	return take_home_render( take_home_example( $given ), wpautop( wp_kses_post( $block['example'] ) ), $block['frame'] );
}

add_action(
	'init',
	function () {
		// WordPress finds translations by itself only for plugins of its own directory.
		load_plugin_textdomain( 'take-home', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
		// Names of files that stay: a version would be another address for the same script.
		wp_register_script( 'take-home', take_home_base() . 'v1/take-home.js', array(), null, true );
		wp_register_script( 'take-home-frame', take_home_base() . 'v1/resize.js', array(), null, true );
		wp_register_script(
			'take-home-editor',
			plugins_url( 'editor.js', __FILE__ ),
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
			'0.1.0',
			true
		);
		wp_set_script_translations( 'take-home-editor', 'take-home', plugin_dir_path( __FILE__ ) . 'languages' );
		wp_add_inline_script( 'take-home-editor', 'window.takeHomeBase = ' . wp_json_encode( take_home_base() ) . ';', 'before' );
		add_shortcode( 'take-home', 'take_home_shortcode' );
		register_block_type(
			'take-home/calculator',
			array(
				'api_version'     => 2,
				'editor_script'   => 'take-home-editor',
				'render_callback' => 'take_home_block',
				'attributes'      => array(
					'link'    => array(
						'type'    => 'string',
						'default' => '',
					),
					'example' => array(
						'type'    => 'string',
						'default' => '',
					),
					'theme'   => array(
						'type'    => 'string',
						'default' => TAKE_HOME_LOOKS['theme'],
					),
					'view'    => array(
						'type'    => 'string',
						'default' => TAKE_HOME_LOOKS['view'],
					),
					'frame'   => array(
						'type'    => 'boolean',
						'default' => false,
					),
				),
			)
		);
	}
);

// The loader is a module.
add_filter(
	'script_loader_tag',
	function ( $tag, $handle, $src ) {
		if ( 'take-home' !== $handle ) {
			return $tag;
		}
		// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript
		return '<script type="module" src="' . esc_url( $src ) . "\"></script>\n";
	},
	10,
	3
);
