<?php // A must-use plugin: closes the doors that the file "closed" names, as publishers do; nobody is written to.
function timeline_closed(string $door): bool {
    $file = ABSPATH . 'closed';
    return is_file($file) && in_array($door, explode(' ', trim(file_get_contents($file))), true);
}
add_filter('rest_authentication_errors', function ($result) {
    return timeline_closed('wp-json') ? new WP_Error('rest_closed', 'closed', ['status' => 401]) : $result;
});
add_action('template_redirect', function () {
    if (timeline_closed('paged') && is_feed() && get_query_var('paged') > 1) {
        status_header(404);
        exit;
    }
});
add_filter('pre_option_permalink_structure', fn ($given) => timeline_closed('pretty') ? '' : $given);
add_filter('pre_wp_mail', '__return_false');
