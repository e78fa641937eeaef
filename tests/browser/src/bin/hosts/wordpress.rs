//! Does the plugin work in `WordPress`? On new installations, in several versions of it and of PHP: the shortcode of an author whose
//! tags are filtered, the block, the frame, an administrator's snippet and the feed, for visitors and for a subscriber, in each theme.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browsers::{Page, copy, wait_for};
use serde_json::json;

use crate::article::{self, LEFT};
use crate::database::database;
use crate::documents::{block, root};
use crate::npm;
use crate::php::Php;
use crate::process::{free_port, run};

/// Sets `WordPress` up, turns the plugin on and writes posts; prints where they are.
const SET_UP: &str = r"<?php
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = getenv( 'HOST' );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Articles', 'owner', 'owner@example.org', true, '', 'secret' );
update_option( 'siteurl', 'http://' . getenv( 'HOST' ) );
update_option( 'home', 'http://' . getenv( 'HOST' ) );
";
const POSTS: &str = r#"<?php
$_SERVER['HTTP_HOST'] = getenv( 'HOST' );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/plugin.php';
$failed = activate_plugin( 'take-home/take-home.php' );
if ( is_wp_error( $failed ) ) {
	fwrite( STDERR, $failed->get_error_message() );
	exit( 1 );
}
$users = array( 'administrator' => 1 );
foreach ( array( 'author', 'subscriber' ) as $role ) {
	$users[ $role ] = wp_insert_user( array( 'user_login' => $role, 'user_pass' => 'x', 'user_email' => "$role@example.org", 'role' => $role ) );
}
$write = function ( $role, $text ) use ( $users ) {
	wp_set_current_user( $users[ $role ] );
	// As the role allows.
	kses_init();
	return wp_insert_post( wp_slash( array( 'post_title' => 'An article', 'post_content' => $text, 'post_status' => 'publish', 'post_author' => $users[ $role ] ) ), true );
};
$elsewhere = $write( 'author', 'Another.' );
$link = "\n\n<a href=\"/?p=$elsewhere&amp;elsewhere\">More</a>";
$posts = array();
foreach ( json_decode( getenv( 'TEXTS' ) ) as list( $role, $text ) ) {
	$posts[] = $write( $role, $text . $link );
}
// A comment, which a subscriber may write.
wp_set_current_user( $users['subscriber'] );
kses_init();
$comment = '[take-home gigs="7"]A shortcode.[/take-home] <take-home gigs="7">Some tags.</take-home><script>window.harm = 1</script>';
wp_insert_comment( wp_filter_comment( wp_slash( array( 'comment_post_ID' => $posts[0], 'comment_content' => $comment, 'user_id' => $users['subscriber'], 'comment_author' => 'subscriber', 'comment_author_email' => 'subscriber@example.org', 'comment_author_url' => '', 'comment_type' => 'comment', 'comment_parent' => 0, 'comment_approved' => 1, 'comment_author_IP' => '127.0.0.1', 'comment_agent' => '' ) ) ) );
// As if the subscriber, or the administrator, had logged in.
$cookie = function ( $name, $role, $scheme ) use ( $users ) {
	return array( $name, wp_generate_auth_cookie( $users[ $role ], time() + HOUR_IN_SECONDS, $scheme ) );
};
trigger_error( 'The log works.' );
echo json_encode(
	array(
		$posts,
		array( $cookie( LOGGED_IN_COOKIE, 'subscriber', 'logged_in' ) ),
		array( $cookie( LOGGED_IN_COOKIE, 'administrator', 'logged_in' ), $cookie( AUTH_COOKIE, 'administrator', 'auth' ) ),
	)
);
"#;

/// Changes the theme, and names the site after it.
const THEME: &str = r"<?php
$_SERVER['HTTP_HOST'] = getenv( 'HOST' );
require __DIR__ . '/wp-load.php';
switch_theme( getenv( 'TEXTS' ) );
update_option( 'blogname', getenv( 'TEXTS' ) );
echo wp_get_theme()->errors() ? 'broken' : get_stylesheet();
";
/// Makes a stand-in German translation from the template, each text in brackets, and switches the site to German.
const TRANSLATE: &str = r#"<?php
$_SERVER['HTTP_HOST'] = getenv( 'HOST' );
require __DIR__ . '/wp-load.php';
require_once ABSPATH . WPINC . '/pomo/mo.php';
require_once ABSPATH . WPINC . '/pomo/po.php';
$template = new PO();
$template->import_from_file( WP_PLUGIN_DIR . '/take-home/languages/take-home.pot' );
$translation = new MO();
$messages = array( '' => (object) array() );
foreach ( $template->entries as $entry ) {
	$translated = "[{$entry->singular}]";
	$translation->add_entry( array( 'singular' => $entry->singular, 'translations' => array( $translated ) ) );
	$messages[ $entry->singular ] = array( $translated );
}
$folder = WP_LANG_DIR . '/plugins';
wp_mkdir_p( $folder );
$translation->export_to_file( "$folder/take-home-de_DE.mo" );
// As `wp i18n make-json` names it.
file_put_contents( "$folder/take-home-de_DE-" . md5( 'editor.js' ) . '.json', json_encode( array( 'domain' => 'messages', 'locale_data' => array( 'messages' => $messages ) ) ) );
// WordPress offers a language only if its own file for it exists.
( new MO() )->export_to_file( WP_LANG_DIR . '/de_DE.mo' );
wp_cache_flush();
update_option( 'WPLANG', 'de_DE' );
echo count( $template->entries );
"#;
/// One made of templates in PHP, and two of blocks.
const THEMES: [&str; 3] = ["twentytwentyone", "twentytwentytwo", "twentytwentythree"];

/// Versions of PHP, and for each a `WordPress` from npm that runs in it.
const OTHERS: [(Php, &str); 5] = [
    (Php::Npm("7.4"), "6.5"),
    (Php::Npm("8.0"), "6.5"),
    (Php::Npm("8.1"), "6.5"),
    (Php::Npm("8.3"), "beta"),
    (Php::Npm("8.4"), "beta"),
];

/// Sets the cookies that say who somebody is.
async fn log_in(page: &Page<'_>, cookies: &[[String; 2]]) -> Result<()> {
    for [name, value] in cookies {
        let cookie = format!("{name}={}; path=/", value.replace('|', "%7C"));
        page.run(&format!("document.cookie = {}", json!(cookie))).await?;
    }
    Ok(())
}

/// An author who adds the block sees the calculator with its numbers in the editor, and changes them there.
async fn previews_the_block(page: &Page<'_>, editor: &str) -> Result<()> {
    page.client.goto(editor).await?;
    wait_for("the editor", async || {
        let is_there = "return Boolean(window.wp?.blocks?.getBlockType('take-home/calculator') && document.querySelector('.block-editor-block-list__layout'))";
        ensure!(page.run(is_there).await? == json!(true), "it has no block, or is not there");
        Ok(())
    })
    .await?;
    page.run(
        "const block = wp.blocks.createBlock('take-home/calculator', { link: 'https://example.org/#gigs=12&gig-price=250&schedule=upwork-2023' });
         wp.data.dispatch('core/block-editor').insertBlocks(block);
         window.block = block.clientId",
    )
    .await?;
    let shows = async |left: &str| {
        wait_for("the preview", async || {
            let seen = page
                .run("return document.querySelector('iframe[src*=embed]')?.contentDocument?.querySelector('take-home')?.comparison?.gigs.takeHome ?? null")
                .await?;
            ensure!(seen == json!(left), "{seen}");
            Ok(())
        })
        .await
    };
    shows(LEFT[0]).await?;
    let labels = page
        .run("return [...document.querySelectorAll('[data-type=\"take-home/calculator\"] label')].map(({ textContent }) => textContent)")
        .await?;
    ensure!(
        labels == json!(["[Numbers]", "[Example]", "[Theme]", "[Size]", "[Show in a frame]"]),
        "the fields are translated: {labels}"
    );
    page.run("wp.data.dispatch('core/block-editor').updateBlockAttributes(block, { theme: 'dark', view: 'compact' })")
        .await?;
    wait_for("its looks", async || {
        let seen = page
            .run("const element = document.querySelector('iframe[src*=embed]')?.contentDocument?.querySelector('take-home'); return [element?.getAttribute('theme'), element?.getAttribute('view'), element?.comparison?.gigs.takeHome]")
            .await?;
        ensure!(seen == json!(["dark", "compact", LEFT[0]]), "{seen}");
        Ok(())
    })
    .await?;
    // 20 × 225.
    page.run("wp.data.dispatch('core/block-editor').updateBlockAttributes(block, { link: 'gigs=20&gig-price=250&schedule=upwork-2023' })").await?;
    shows("4500.00").await?;
    // Nobody is asked whether to leave a page that was not saved.
    page.run("wp.data.dispatch('core/block-editor').resetBlocks([]); window.onbeforeunload = null; jQuery?.(window).off('beforeunload')").await.map(drop)
}

/// Debian's, with its database.
pub async fn wordpress(page: &Page<'_>, folder: &Path) -> Result<String> {
    let (_database, database_port) = database(folder, "wordpress").await?;
    let site = folder.join("site");
    run(Command::new("cp").args(["-rL", "/usr/share/wordpress"]).arg(&site))?;
    tried(page, &site, &Php::Debian, database_port, &THEMES).await
}

/// Newer ones, with versions of PHP that Debian does not have; their database is a file.
pub async fn others(page: &Page<'_>, folder: &Path) -> Result<String> {
    let packed = npm("@wp-playground/wordpress-builds")?;
    let mut versions = vec![];
    for (php, version) in OTHERS {
        let site = folder.join(format!("{version}-{}", php.version()?));
        fs::create_dir_all(&site)?;
        unpack(&packed.join(format!("src/wordpress/wp-{version}.zip")), &site)?;
        copy(&packed.join(format!("public/wp-{version}")), &site)?;
        // It comes with a database of somebody else's posts.
        fs::remove_dir_all(site.join("wp-content/database"))?;
        let plugins = site.join("wp-content/plugins");
        unpack(&packed.join("src/sqlite-database-integration/sqlite-database-integration.zip"), &plugins)?;
        let integration = plugins.join("sqlite-database-integration");
        fs::rename(plugins.join("sqlite-database-integration-main"), &integration)?;
        fs::copy(integration.join("db.copy"), site.join("wp-content/db.php"))?;
        let theme = ["twentytwentyfour"];
        versions.push(tried(page, &site, &php, 0, &theme).await.with_context(|| site.display().to_string())?);
    }
    Ok(versions.join(", "))
}

fn unpack(zip: &Path, folder: &Path) -> Result<()> {
    run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(zip).arg(folder)).map(drop)
}

/// Tries the plugin in a `WordPress` that is not set up yet.
async fn tried(page: &Page<'_>, site: &Path, php: &Php, database_port: u16, themes: &[&str]) -> Result<String> {
    let plugins = site.join("wp-content/plugins");
    fs::create_dir_all(&plugins)?;
    // As WordPress unpacks it.
    unpack(&root().join("target/wordpress/take-home.zip"), &plugins)?;
    let built = root().join("target/wordpress/take-home");
    run(Command::new("diff").arg("-r").arg(built).arg(plugins.join("take-home")))
        .context("the zip holds the folder")?;
    fs::write(
        site.join("wp-config.php"),
        format!(
            "<?php\ndefine( 'DB_NAME', 'wordpress' );\ndefine( 'DB_USER', 'wordpress' );\ndefine( 'DB_PASSWORD', 'x' );\n\
             define( 'DB_HOST', '127.0.0.1:{database_port}' );\ndefine( 'DB_CHARSET', 'utf8mb4' );\ndefine( 'DISABLE_WP_CRON', true );\n\
             define( 'WP_HTTP_BLOCK_EXTERNAL', true );\ndefine( 'WP_DEBUG', true );\ndefine( 'WP_DEBUG_DISPLAY', false );\ndefine( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );\n\
             $table_prefix = 'wp_';\ndefined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );\nrequire_once ABSPATH . 'wp-settings.php';\n",
        ),
    )?;
    let port = free_port()?;
    let host = format!("127.0.0.1:{port}");
    let script = |name: &str, text: &str, texts: &str| {
        fs::write(site.join(name), text)?;
        php.run(site, name, &[("HOST", &host), ("TEXTS", texts)])
    };
    script("set-up.php", SET_UP, "[]")?;
    let shortcode = block("embedding.md", "WordPress", "text")?;
    let framed = shortcode.replacen("[take-home", "[take-home frame theme=\"dark\"", 1);
    let link = json!({ "link": "https://example.org/post#gigs=12&gig-price=250&schedule=upwork-2023", "example": "Twelve gigs of $250 leave $2,700." });
    let filtered = "<take-home gigs=\"12\" onclick=\"x()\">Filtered.</take-home>".to_owned();
    let snippet = block("embedding.md", "The element", "html")?
        .replace("src=\"take-home/", "src=\"/wp-content/plugins/take-home/calculator/");
    let texts = json!([
        ["author", shortcode],
        ["author", format!("<!-- wp:take-home/calculator {link} /-->")],
        ["author", framed],
        ["author", filtered],
        ["administrator", snippet],
        ["administrator", format!("<!-- wp:html -->\n{snippet}\n<!-- /wp:html -->")],
    ]);
    let written = script("posts.php", POSTS, &texts.to_string())?;
    let (posts, subscriber, administrator): (Vec<u64>, Vec<[String; 2]>, Vec<[String; 2]>) =
        serde_json::from_str(&written).context(written)?;
    let _running = php.serve(site, port).await?;
    let at = |index: usize| format!("http://{host}/?p={}", posts[index]);
    for theme in themes {
        let seen = script("theme.php", THEME, theme)?;
        ensure!(seen == *theme, "{seen} in place of {theme}");
        article::works(page, &at(0)).await.with_context(|| format!("the shortcode in {theme}"))?;
        article::works(page, &at(1)).await.with_context(|| format!("the block in {theme}"))?;
        article::frame_works(page, &at(2)).await.with_context(|| format!("the frame in {theme}"))?;
        for index in [4, 5] {
            article::works(page, &at(index)).await.with_context(|| format!("an administrator's snippet in {theme}"))?;
        }
        // A subscriber has WordPress's bar at the top.
        page.client.goto(&at(0)).await?;
        log_in(page, &subscriber).await?;
        article::works(page, &at(0)).await.with_context(|| format!("for a subscriber in {theme}"))?;
        let seen = page
            .run("return [document.querySelectorAll('#wpadminbar').length, document.querySelectorAll('take-home').length, window.harm, document.body.innerText.includes('[take-home gigs=\"7\"]')]")
            .await?;
        ensure!(seen == json!([1, 1, null, true]), "the bar, one calculator, and a comment as text: {seen} in {theme}");
        page.client.delete_all_cookies().await?;
    }
    let translated = script("translate.php", TRANSLATE, "[]")?;
    ensure!(translated != "0", "the template has no texts");
    page.client.goto(&at(2)).await?;
    let title = page.run("return document.querySelector('iframe[src*=embed]').title").await?;
    let theme = page.run_in_frame("return document.querySelector('take-home').getAttribute('theme')").await?;
    ensure!(theme == json!("dark"), "the frame has its theme: {theme}");
    ensure!(title == json!("[Many small gigs or one large contract: which leaves you more?]"), "translated: {title}");
    page.client.goto(&at(3)).await?;
    log_in(page, &administrator).await?;
    previews_the_block(page, &format!("http://{host}/wp-admin/post-new.php")).await.context("the editor")?;
    page.client.delete_all_cookies().await?;
    page.client.goto(&at(3)).await?;
    let tags = page.run("return document.querySelectorAll('take-home, [onclick]').length").await?;
    ensure!(tags == json!(0), "an author's own tags are filtered, so this proves something: {tags}");
    let feed = page
        .run_async("fetch('/?author_name=author&feed=rss2').then((response) => response.text()).then(done)")
        .await?;
    let feed = feed.as_str().context("a text")?;
    ensure!(feed.contains("Twelve gigs of $250 leave $2,700"), "the example is in the feed: {feed}");
    ensure!(feed.contains("calculator/#gigs=12&#038;gig-price=250"), "and a link to its numbers: {feed}");
    ensure!(feed.contains("[Try it with your own numbers]"), "translated: {feed}");
    ensure!(!feed.contains("<take-home") && !feed.contains("<script"), "and nothing that a feed cannot have: {feed}");
    let complaints = fs::read_to_string(site.join("debug.log")).context("PHP's log")?;
    ensure!(complaints.contains("The log works."), "PHP's log does not have everything");
    let is_own = |line: &&str| line.contains("plugins/take-home/") || line.contains("<code>take-home</code>");
    let own: Vec<&str> = complaints.lines().filter(is_own).collect();
    ensure!(own.is_empty(), "PHP complains: {own:?}");
    let about = fs::read_to_string(site.join("wp-includes/version.php"))?;
    let version = about.split("$wp_version = '").nth(1).and_then(|rest| rest.split('\'').next());
    Ok(format!("{} (PHP {})", version.context("a version")?, php.version()?))
}
