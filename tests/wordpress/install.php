<?php // php install.php ROOT URL POSTS: installs the site, with pretty addresses, and writes its posts, a day apart.
[, $root, $url, $posts] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
define('WP_INSTALLING', true);
require "$root/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Harbour News', 'editor', 'editor@example.org', true, '', wp_generate_password());
foreach (get_posts(['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1]) as $sample) {
    wp_delete_post($sample->ID, true);
}
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->flush_rules(false);
for ($n = 1; $n <= (int) $posts; $n++) {
    $at = gmdate('Y-m-d H:i:s', gmmktime(9, 30, 0, 1, $n, 2026));
    $made = wp_insert_post([
        'post_title' => "Quay $n & its “crane”",
        'post_content' => "<p>Report $n: the quay no. $n was opened on its day, and " . str_repeat('ships came. ', $n % 7 + 3)
            . "</p>\n\n<p>See <a href=\"$url/plan/\">the plan</a>.</p>",
        'post_status' => 'publish', 'post_author' => 1, 'post_date' => $at, 'post_date_gmt' => $at,
    ], true);
    if (is_wp_error($made)) {
        fwrite(STDERR, $made->get_error_message() . "\n");
        exit(1);
    }
}
echo 'WordPress ', get_bloginfo('version'), ', ', wp_count_posts()->publish, " posts, ", phpversion(), "\n";
