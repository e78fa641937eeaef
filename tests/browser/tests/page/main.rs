//! Which cases are there? Each runs in every engine, on the built `dist/`. Run by `cargo xtask test`, which builds it and finds the engines.

mod access;
mod address;
mod around;
mod article;
mod books;
mod contrast;
mod controls;
mod element;
mod embed;
mod faults;
mod frame;
mod hostile;
mod hosting;
mod journey;
mod lists;
mod more;
mod offline;
mod panels;
mod partners;
mod proof;
mod share;
mod theme;
mod tree;
mod updates;

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use anyhow::{Error, Result, ensure};
use browsers::{Engine, Page, Server, Session};
use fantoccini::error::CmdError;
use fantoccini::wd::TimeoutConfiguration;
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::json;
use tokio::runtime::Runtime;
use tokio::sync::Mutex;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

type Case = for<'a> fn(&'a Page<'a>) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Names and cases from a list of functions.
macro_rules! cases {
    ($($module:ident: $($case:ident),+;)+) => {
        vec![$($((
            concat!(stringify!($module), "::", stringify!($case)),
            (|page| Box::pin($module::$case(page))) as Case,
        )),+),+]
    };
}

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
static SERVER: LazyLock<Server> = LazyLock::new(Server::start);

fn main() {
    let cases: Vec<(&str, Case)> = cases! {
        controls: the_example_is_right_on_opening, a_slider_goes_back_with_its_number, what_is_shown_is_what_a_fresh_start_shows, typing_moves_the_verdict, a_key_takes_the_place_of_nothing, dragging_moves_the_verdict,
            arrow_keys_move_the_verdict, the_same_total_follows_the_gigs, one_client_for_all_gigs, gigs_for_several_clients,
            choosing_a_schedule, a_rate_for_each_side, a_fee_of_ones_own, bad_input_keeps_the_last_answer, half_of_a_number_is_no_answer,
            another_currency_becomes_that_of_all_amounts,
            the_working_opens, the_painted_track_agrees_with_dragging, a_status_is_chosen,
            the_months_with_a_client_decide, an_example_of_a_fee_is_drawn, a_fee_that_jumps_says_so,
            each_number_of_the_break_even_line_can_be_tried;
        panels: each_opens_by_keyboard, the_map_is_moved_by_pointer_and_keys, a_number_that_is_not_counted_is_no_axis, todays_fee_in_one_click, other_schedules_in_one_click, what_replaced_a_schedule, both_readings_of_a_conflict,
            a_rare_platform_arrives_with_the_panels,
            what_the_client_pays, a_fee_of_the_clients_own, an_old_reading_says_so, questions_in_sight_fetch_their_answers_alone, none_is_fetched_before_it_is_in_sight,
            without_their_module, a_part_that_failed_comes_at_the_next_ask,
            a_retry_leaves_the_focus_in_its_question, a_choice_waits_for_its_part, a_part_that_arrives_undoes_no_pick, a_later_choice_is_not_overtaken,
            a_link_that_cannot_be_read_stays_in_the_address, a_followed_link_that_cannot_be_read_gives_way_to_what_is_typed;
        more: usual_costs_are_counted_with_one_switch, closed_questions_answer_when_they_are_in_sight, hours_and_bids_by_keyboard, a_button_fills_in_what_bids_cost, bad_costs_are_told_at_the_field,
            what_was_typed_is_there_when_more_is_counted, months_and_quotes_from_a_link, risk_by_keyboard, leaving_by_keyboard,
            what_is_done_while_a_part_is_fetched_is_kept, costs_are_part_of_the_comparison, costs_without_their_part;
        lists: one_is_typed_and_its_prices_are_moved, one_is_opened_elsewhere, an_author_writes_one, by_keyboard_and_from_a_spreadsheet;
        books: a_file_is_dropped, a_file_is_chosen_and_stopped, any_file_after_its_columns_are_chosen, cells_are_pasted_and_typed, what_is_no_file_of_payments,
            twenty_thousand_rows_do_not_block_the_page;
        address: a_link_restores_the_state, a_damaged_link_shows_a_note, the_fragment_follows_at_rest,
            the_way_back_to_the_example, following_a_link_on_the_page, an_anchor_to_the_top_keeps_the_readers_numbers, a_link_is_not_written_over, the_address_is_the_next_ones_when_the_first_leaves,
            another_pages_address_is_left_alone, a_long_drag_is_never_refused, an_anchor_of_the_page_stays, of_two_the_first_has_the_fragment;
        around: what_a_router_keeps_in_the_history_stays,
            anchors_with_the_name_of_a_field_are_the_pages,
            an_anchor_does_not_lead_to_the_calculator, a_link_leads_to_the_calculators_top, a_link_with_any_number_leads_there,
            a_routers_path_stays, the_way_back_through_a_router_has_the_numbers, what_grows_above_it_meanwhile_moves_nothing, what_is_in_sight_stays_there,
            keys_that_a_control_uses_are_not_the_pages, attributes_as_frameworks_write_them, properties_are_attributes,
            it_has_a_usable_width_wherever_it_is, it_is_styled_in_every_document, a_translated_page_stays_right,
            a_page_translated_in_place_stays_right, texts_that_others_cut_and_join_stay_whole, the_pages_language_reaches_shadow_roots, it_follows_the_pages_language, it_works_without_a_box, the_focus_in_the_example_moves_into_the_calculator,
            what_is_being_typed_is_left_alone,
            a_smooth_scroll_arrives, a_panic_reaches_the_window_as_its_place, a_swipe_is_told_from_a_touch,
            a_routers_path_is_not_a_link,
            where_only_trusted_types_are_taken, what_failed_is_tried_again_where_it_failed,
            a_number_with_two_readings_is_asked_about, thousands_of_unknown_names_are_one_note,
            an_element_that_is_not_closed_swallows_nothing, without_constructed_sheets_a_line_says_so,
            fields_on_touch_screens_and_lists_in_forced_colours, a_swipe_over_a_slider_moves_the_page,
            the_sticky_verdict_stays_below_a_header;
        partners: turbo_goes_back_to_a_readers_numbers, frameworks_set_attributes_and_properties, dark_reader_leaves_the_sides_apart,
            converters_leave_one_example;
        faults: every_request_with_every_fault, a_page_that_is_gone_back_to_has_the_numbers, two_hundred_elements_share_one_app,
            memory_that_cannot_grow_loses_nothing, dragging_on_and_on_takes_no_more_memory, a_frozen_tab_goes_on_when_it_thaws;
        hostile: texts_of_links_and_attributes_stay_text, texts_of_frames_addresses_stay_text, texts_of_saved_lists_stay_text,
            a_strangers_long_list_is_listed_whole;
        journey: by_keyboard_alone, each_thing_is_read_out_once, each_failure_is_read_out_once;
        contrast: words_stand_out_in_every_theme, words_stand_out_in_forced_colours, pale_words_are_found;
        tree: the_calculator_reads_as_written, panels_read_as_written, sharing_reads_as_written;
        proof: the_element_says_what_the_second_engine_says;
        theme: it_is_the_pages, it_follows_the_page, it_follows_the_page_while_it_is_hidden;
        updates: a_cached_loader_finds_the_present_build, an_open_page_goes_on_with_the_present_build, a_pinned_start_is_tried_again;
        article: every_way_shows_its_example, one_is_removed_and_one_is_moved;
        share: the_link_has_the_readers_numbers, as_text_table_and_picture, a_sheet_is_printed, the_page_is_printed_as_the_sheet,
            a_script_that_failed_comes_at_the_next_press, scenarios_are_kept_by_name, storage_that_fails_loses_nothing, readers_see_how_far_they_moved;
        element: two_elements_are_independent, attributes_are_live, events_and_the_property,
            hundreds_come_and_go, far_elements_cost_nothing_but_the_loader, hostile_styles_stay_outside, a_moved_element_keeps_its_numbers, a_panic_leaves_the_example,
            a_panic_is_survived_once_with_the_last_numbers, a_slow_start_after_a_panic_is_waited_for, a_start_that_failed_can_be_tried_again;
        embed: in_colours_and_a_size_of_the_authors_choice, an_address_from_the_root_or_of_this_computer, scripts_in_every_kind_of_site, one_build_checked_by_its_hash, frames_and_a_script, frames_alone_and_addresses,
            where_nothing_runs, it_is_previewed;
        frame: a_frame_grows_and_shrinks, a_frames_address_is_the_authors_example, a_frame_without_scripts_is_read,
            a_sandboxed_frame_shows_its_own_example, a_frame_whose_script_is_lost_has_a_link, forged_messages_change_nothing,
            a_frame_keeps_its_numbers_on_every_host, an_example_after_the_fragment_is_the_authors, a_sandbox_needs_no_origin,
            an_isolated_page_has_frames_and_elements, a_height_without_a_script_fits;
        hosting: under_a_sub_path, under_a_strict_policy, wasm_without_its_mime_type, as_a_good_host_sends_it, nothing_leaves_the_host,
            without_the_loader, without_wasm, the_built_page_says_what_the_live_one_says;
        offline: the_server_goes_and_comes_back_with_another_build, one_file_from_a_disk, a_panic_is_survived_without_a_network,
            the_single_file_goes_on_after_the_browser_stops_the_app,
            the_page_is_saved_with_the_readers_numbers;
        access: a_drag_is_read_out_once, nothing_moves_under_a_dragged_slider, the_keyboard_reaches_everything, the_keyboard_operates_everything, axe_reports_nothing,
            the_fonts_are_the_tests_own, pictures_run_as_the_text_does, nothing_is_wider_than_a_phone, no_figure_breaks, the_verdict_stays_in_sight_on_a_phone, the_answer_covers_no_number, compact_fits_a_first_screen, the_readers_text_size_counts;
    };
    // Engines alternate, so that two cases can run at once: each engine has one browser.
    let engines: Vec<(Engine, Arc<Mutex<Option<Session>>>)> =
        Engine::asked_for().into_iter().map(|engine| (engine, Arc::default())).collect();
    let mut trials = vec![];
    for (name, case) in cases {
        for (engine, session) in &engines {
            let (engine, session) = (*engine, Arc::clone(session));
            trials.push(Trial::test(format!("{}::{name}", engine.name()), move || {
                RUNTIME.block_on(run(engine, &session, case)).map_err(|error| Failed::from(format!("{error:#}")))
            }));
        }
    }
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    // Browsers end before the process does.
    for (_, session) in engines {
        RUNTIME.block_on(async { session.lock().await.take() });
    }
    conclusion.exit();
}

/// Runs a case in the engine's browser. One that fails gets no further cases: the next one starts in another browser. If it was the
/// browser that ended, or that stopped the app, or its driver that failed, the case is run once more.
async fn run(engine: Engine, session: &Mutex<Option<Session>>, case: Case) -> Result<()> {
    let mut session = session.lock().await;
    for is_last in [false, true] {
        let current = match session.take() {
            Some(current) => current,
            None => engine.start().await?,
        };
        let page = Page { client: &current.client, server: &SERVER };
        let outcome = timeout(LONGEST, attempt(&page, case)).await.unwrap_or_else(|elapsed| Err(elapsed.into()));
        match outcome {
            Err(error)
                if !is_last && (is_of_driver(&error) || is_of_engine(engine, &error) || !current.is_alive().await) =>
            {
                eprintln!("{} has failed and is started again: {error:#}", engine.name());
            }
            Err(error) => return Err(error),
            Ok(()) => {
                *session = Some(current);
                break;
            }
        }
    }
    Ok(())
}

/// The longest that a case may take: more than a script may. A driver whose browser has lost a process may never answer.
const LONGEST: Duration = Duration::from_mins(6);

/// Runs a case in a window of its own size, once.
async fn attempt(page: &Page<'_>, case: Case) -> Result<()> {
    prepare(page).await?;
    match case(page).await {
        Ok(()) => leaves_it_in_sight(page).await,
        Err(error) => Err(with_what_was_heard(page, error).await),
    }
}

/// Each case has a large window. Scripts have more time than any of their own waits takes.
async fn prepare(page: &Page<'_>) -> Result<()> {
    let patience = TimeoutConfiguration::new(Some(Duration::from_mins(5)), None, None);
    page.client.update_timeouts(patience).await?;
    page.see_everything().await
}

/// A failure with the page's address and what its console has heard, which may say why.
async fn with_what_was_heard(page: &Page<'_>, error: Error) -> Error {
    match page.run("return [location.href, window.heard ?? []]").await {
        Ok(heard) => error.context(format!("at the end, the page and its console: {heard}")),
        Err(_) => error,
    }
}

/// The next case gets the same window. In one that is hidden nothing is painted, and no element starts.
async fn leaves_it_in_sight(page: &Page<'_>) -> Result<()> {
    let visibility = page.run("return document.visibilityState").await?;
    ensure!(visibility == json!("visible"), "the case leaves the window {visibility}");
    Ok(())
}

/// Whether the driver itself has failed or does not answer, or a script has not returned, although each gives up by itself. A script
/// that throws and an element that is gone are other errors.
fn is_of_driver(error: &Error) -> bool {
    error.is::<Elapsed>()
        || error.downcast_ref().is_some_and(|error: &CmdError| error.is_unknown_error() || error.is_script_timeout())
}

/// Whether `WebKit` stopped the app although it had not panicked. It does so once in thousands of cases, in functions that are right in
/// the other engines and when run again (see `Engine::driver`).
fn is_of_engine(engine: Engine, error: &Error) -> bool {
    let report = format!("{error:#}");
    engine == Engine::WebKit && report.contains("error: RuntimeError: ") && !report.contains("panicked at")
}
