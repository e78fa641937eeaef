### Everything that the calculator says, in English, in the syntax of Fluent (https://projectfluent.org/fluent/guide).
###
### A message is a whole sentence or label. `{ $price }` is a place that the code fills. A place whose name is a plural,
### such as `$months`, is a count, and its message has a text for one and one for any other number. `$sides` chooses by what the
### sides are called: many small gigs, one gig, your gigs from a list, or these jobs against those, which are a list. *Asterisks* set a
### part in bold; `{"*"}` is a plain one. `{"\u00A0"}` is a space at which no line breaks. The build writes messages without
### places into pages, scripts and the plugin, in place of `{{name}}`; those whose names begin with `page-` or `plugin-` are used
### nowhere else.
###
### The build checks this file: see “Change a sentence” in CONTRIBUTING.md.

## The answer

verdict-contract =
    { $sides ->
        [these] Those jobs leave you *{ $amount } more.*
       *[usual] One large contract leaves you *{ $amount } more.*
    }
verdict-gigs =
    { $sides ->
        [one] The single gig leaves you *{ $amount } more.*
        [list] Your gigs leave you *{ $amount } more.*
        [these] These jobs leave you *{ $amount } more.*
       *[usual] Many small gigs leave you *{ $amount } more.*
    }
verdict-contract-after-costs =
    { $sides ->
        [these] After costs, those jobs leave you *{ $amount } more.*
       *[usual] After costs, one large contract leaves you *{ $amount } more.*
    }
verdict-gigs-after-costs =
    { $sides ->
        [one] After costs, the single gig leaves you *{ $amount } more.*
        [list] After costs, your gigs leave you *{ $amount } more.*
        [these] After costs, these jobs leave you *{ $amount } more.*
       *[usual] After costs, many small gigs leave you *{ $amount } more.*
    }
verdict-contract-hour =
    { $sides ->
        [these] An hour on those jobs pays you *{ $amount } more.*
       *[usual] An hour on the contract pays you *{ $amount } more.*
    }
verdict-gigs-hour =
    { $sides ->
        [one] An hour on the gig pays you *{ $amount } more.*
        [these] An hour on these jobs pays you *{ $amount } more.*
       *[usual] An hour on the gigs pays you *{ $amount } more.*
    }
verdict-level = No difference: *{ $amount } either way.*
verdict-level-fee = No difference: *the fee is { $rate } either way.*
verdict-level-hour = No difference: *{ $hourly } an hour either way.*

# Before an amount, by how its first number sounds: a $700 contract, an $800 contract.
article-consonant = a
article-vowel = an
# Each number between asterisks is a button that tries it: the price of a gig, the number of gigs, the contract's price, in this order.
turn =
    { $gigs ->
        [one] Break-even: *{ $gig }* per gig, *{ $gigs } gig* or { $article } *{ $contract } contract*.
       *[other] Break-even: *{ $gig }* per gig, *{ $gigs } gigs* or { $article } *{ $contract } contract*.
    }
turn-prices = Break-even: *{ $gig }* per gig or { $article } *{ $contract } contract*.
turn-gigs =
    { $gigs ->
        [one] Break-even: *{ $gig }* per gig or *{ $gigs } gig*. No contract price breaks even.
       *[other] Break-even: *{ $gig }* per gig or *{ $gigs } gigs*. No contract price breaks even.
    }
turn-gigs-only = Break-even: *{ $gig }* per gig. No contract price breaks even.
turn-contract =
    { $gigs ->
        [one] Break-even: *{ $gigs } gig* or { $article } *{ $contract } contract*. No price per gig breaks even.
       *[other] Break-even: *{ $gigs } gigs* or { $article } *{ $contract } contract*. No price per gig breaks even.
    }
turn-contract-only = Break-even: { $article } *{ $contract } contract*. No price per gig breaks even.
# With a list, the first number says how far all its prices would have to move.
turn-list = Break-even: *{ $level }* or { $article } *{ $contract } contract*.
turn-list-only = Break-even: *{ $level }*. No contract price breaks even.
turn-list-contract-only = Break-even: { $article } *{ $contract } contract*. Your list does not break even, even at ten times its prices.
turn-other-list = Break-even: *{ $gig }* for each of these, or for those *{ $level }*.
turn-other-list-none = Break-even: *{ $gig }* for each of these. Those do not break even, even at ten times their prices.
turn-both-lists = Break-even: for these *{ $level }*, or for those *{ $other-level }*.
level-above = { $percent } above your list’s prices
level-below = { $percent } below your list’s prices
level-same = your list’s prices
turn-these-only = Break-even: for these *{ $level }*. Those do not break even, even at ten times their prices.
turn-those-only = Break-even: for those *{ $level }*. These do not break even, even at ten times their prices.
turn-those-level = Break-even: for those *{ $level }*. No price for these breaks even.
turn-tied-list = Break-even, if the totals may differ: { $level } or { $article } { $contract } contract.
turn-tied = Break-even, if the totals may differ: { $gig } per gig or { $article } { $contract } contract.
turn-tied-list-only = Break-even, if the totals may differ: { $level }.
turn-tied-gig = Break-even, if the totals may differ: { $gig } per gig.
turn-tied-contract = Break-even, if the totals may differ: { $article } { $contract } contract.
turn-none = There is no break-even price.
try-gig = Try this price per gig: { $value }
try-gigs = Try this number of gigs: { $value }
try-contract = Try this price of the contract: { $value }
try-level = Try the list at { $value } of its prices
turn-rounding-gigs =
    { $sides ->
        [one] Rounding alone leaves the gig { $amount } more.
        [these] Rounding alone leaves these jobs { $amount } more.
       *[usual] Rounding alone leaves the gigs { $amount } more.
    }
turn-rounding-contract =
    { $sides ->
        [these] Rounding alone leaves those jobs { $amount } more.
       *[usual] Rounding alone leaves the contract { $amount } more.
    }
turn-flat = This fee is the same for small and large jobs. Only the prices decide.
turn-unpaid = Only unpaid hours are counted. Say how long the work takes.
turn-unpaid-side = On one side, only unpaid hours are counted. Say how long the work takes.
turn-level = At these numbers the money is the same.
turn-level-hours =
    { $sides ->
        [one] The money is the same, but not the time: an hour on the gig pays { $gig }, an hour on the contract { $contract }.
        [these] The money is the same, but not the time: an hour on these jobs pays { $gig }, an hour on those { $contract }.
       *[usual] The money is the same, but not the time: an hour on the gigs pays { $gig }, an hour on the contract { $contract }.
    }
turn-flat-fee = The fee is { $rate } either way. The difference is in your prices.
sentences = { $first } { $second }

turn-level-time =
    { $sides ->
        [one] The money is the same, but not the time: { $gig } for the gig, { $contract } for the contract.
        [these] The money is the same, but not the time: { $gig } for these jobs, { $contract } for those.
       *[usual] The money is the same, but not the time: { $gig } for the gigs, { $contract } for the contract.
    }
in-all-gigs =
    { $sides ->
        [one] In all, the gig leaves { $amount } more.
        [these] In all, these jobs leave { $amount } more.
       *[usual] In all, the gigs leave { $amount } more.
    }
in-all-contract =
    { $sides ->
        [these] In all, those jobs leave { $amount } more.
       *[usual] In all, the contract leaves { $amount } more.
    }
by-fee-gigs =
    { $sides ->
        [one] Before costs the gig was { $amount } ahead.
        [these] Before costs these jobs were { $amount } ahead.
       *[usual] Before costs the gigs were { $amount } ahead.
    }
by-fee-contract =
    { $sides ->
        [these] Before costs those jobs were { $amount } ahead.
       *[usual] Before costs the contract was { $amount } ahead.
    }
by-fee-level = Before costs there was no difference.

gap-below-gigs =
    { $sides ->
        [one] The fee jumps here: at { $from } to { $to } the gig falls behind; at { $again } to { $end } it is level or ahead.
       *[usual] The fee jumps here: at { $from } to { $to } per gig the gigs fall behind; at { $again } to { $end } they are level or ahead.
    }
gap-below-contract = The fee jumps here: at { $from } to { $to } the contract falls behind; at { $again } to { $end } it is level or ahead.
gap-contract = The fee jumps here: a contract at { $from } to { $to } falls behind again.
gap-gigs =
    { $sides ->
        [one] The fee jumps here: a gig at { $from } to { $to } falls behind again.
       *[usual] The fee jumps here: gigs at { $from } to { $to } each fall behind again.
    }

side-gigs =
    { $sides ->
        [one] One gig
        [list] Your gigs
        [these] These jobs
       *[usual] Many small gigs
    }
side-contract =
    { $sides ->
        [these] Those jobs
       *[usual] One large contract
    }
fields-gigs =
    { $sides ->
        [one] The gig
        [these] These jobs
       *[usual] The gigs
    }
fields-contract =
    { $sides ->
        [these] Those jobs
       *[usual] The contract
    }
bar = { $side }: of { $gross } you keep { $take-home }; the fee is { $fee }.
fee-of = fee { $fee } ({ $share })
fee-and-costs = { $fee }; costs { $cost }
fee-and-hourly = { $fee }; { $time } at { $hourly }
fee-and-time = { $fee }; { $time }
fee-and-take-home = { $fee }; { $take-home } for { $time }
hourly = { $amount } an hour

slider-gigs =
    { $sides ->
        [one] { $value }: the gig leaves { $amount } more.
        [these] { $value }: these jobs leave { $amount } more.
       *[usual] { $value }: the gigs leave { $amount } more.
    }
slider-contract =
    { $sides ->
        [these] { $value }: those jobs leave { $amount } more.
       *[usual] { $value }: the contract leaves { $amount } more.
    }
slider-gigs-hour =
    { $sides ->
        [one] { $value }: an hour on the gig pays { $amount } more.
        [these] { $value }: an hour on these jobs pays { $amount } more.
       *[usual] { $value }: an hour on the gigs pays { $amount } more.
    }
slider-contract-hour =
    { $sides ->
        [these] { $value }: an hour on those jobs pays { $amount } more.
       *[usual] { $value }: an hour on the contract pays { $amount } more.
    }
slider-level = { $value }: no difference.
slider-one = { $lead } Break-even at { $first }.
slider-two = { $lead } Break-even at { $first } and { $second }.
slider-three = { $lead } Break-even at { $first }, { $second } and { $third }.

stale = { $problems ->
        [one] Finish the marked number.
       *[other] Finish the { $problems } marked numbers.
    } Until then you see the previous answer.
# The field may be in a question that is closed.
stale-named = Finish “{ $label }”. Until then you see the previous answer.
example-verdict = The example: { $verdict }
example-verdict-changed = The example: { $verdict } You changed:
change = { $label } { $from } → { $to }
change-to = { $label }: { $value }
undo-change = Undo: { $change }
back = Back to the example
bring-back = Bring back your numbers
show-all = More: map, hourly pay, quotes, risk
needs-script = This is an example. To change the numbers, turn on JavaScript.
part-comes = Loading …
part-failed = This part did not load. The answer above is not affected.
choice-failed = Your choice did not load.
not-loaded = A part of the calculator did not load. Load the page again.
retry = Try again

## Numbers

list = { $before }, { $item }
either = { $before } or { $item }
both = { $before } and { $item }
also = { $before }; { $item }
later = { $before }, later { $item }
then = { $before }, then { $item }
under = under { $limit }
over = over { $limit }
percent = { $number }%
time = { $number }{"\u00A0"}h
hours = { $hours ->
        [one] { $hours }{"\u00A0"}hour
       *[other] { $hours }{"\u00A0"}hours
    }
unpaid-hours = { $hours ->
        [one] { $hours }{"\u00A0"}unpaid hour
       *[other] { $hours }{"\u00A0"}unpaid hours
    }
unit-hours = h
in-currency = in { $currency }
in-percent = in percent
date = { $day }{"\u00A0"}{ $month }{"\u00A0"}{ $year }
january = Jan
february = Feb
march = Mar
april = Apr
may = May
june = Jun
july = Jul
august = Aug
september = Sep
october = Oct
november = Nov
december = Dec
about-year = about { $year }
year-or-before = { $year } or earlier

## Labels

platform = Platform
label-schedule = Fee
label-fee = Your own fee
label-rate = Your fee rate
own-rates =
    { $sides ->
        [these] Different rates for these and those
       *[usual] Different rates for gigs and contract
    }
label-gig-rate =
    { $sides ->
        [these] Fee rate for these jobs
       *[usual] Fee rate for the gigs
    }
label-contract-rate =
    { $sides ->
        [these] Fee rate for those jobs
       *[usual] Fee rate for the contract
    }
label-status = Your plan, level or payment type
label-months-known = Months you have known this client
label-client-schedule = Fee the client pays on top
label-client-fee = Client’s fee
label-client-rate = Client’s fee rate
label-client-status = Client’s plan
label-gigs = Number of gigs
label-gig-price = Price per gig
label-clients = The gigs are for
clients-each = a client each
clients-one = one client
clients-several = several
clients-number = { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
number-of-clients = Number of clients
label-gig-list = Your gigs, line by line
label-contract-list = The other side, line by line
label-list-level = Prices, as % of your list
label-list-names = Keep clients’ names in links
label-gig-billed = Already billed to each client
label-contract-billed = Already billed
label-billed-month = Already billed this month
label-billed-account = Already billed on the platform
label-contract-price = Contract price
label-same-total = Keep both totals equal
label-currency = Currency
label-language = Language
label-theme = Theme
label-view = View
label-verdict = Judge by
by-money = money kept
by-hour = pay per hour
label-fee-tax = VAT or GST on the fee
label-bid-cost = Cost of a proposal
label-bid-connects = Connects per proposal
label-connect-price = Price per Connect
label-free-connects = Free Connects a month
label-held-connects = Connects you have now
label-membership = Membership (Plus), a month
label-membership-connects = Connects in the membership, a month
label-bid-minutes = Minutes per proposal
label-client-overhead = Unpaid hours per client
label-withdrawal-fee = Withdrawal fee
label-withdrawals = You withdraw
withdrawals-payment = after every payment
withdrawals-month = once a month
label-gig-win-rate =
    { $sides ->
        [these] Win rate, these jobs
       *[usual] Win rate, gigs
    }
label-contract-win-rate =
    { $sides ->
        [these] Win rate, those jobs
       *[usual] Win rate, contracts
    }
label-gig-hours =
    { $sides ->
        [these] Paid hours per job, these
       *[usual] Paid hours per gig
    }
label-gig-overhead =
    { $sides ->
        [these] Unpaid hours per job, these
       *[usual] Unpaid hours per gig
    }
label-gig-bought-in =
    { $sides ->
        [these] Subcontractors and tools per job, these
       *[usual] Subcontractors and tools, per gig
    }
label-gig-duration =
    { $sides ->
        [one] Months the gig takes
        [these] Months these jobs take
       *[usual] Months the gigs take
    }
label-contract-duration =
    { $sides ->
        [these] Months those jobs take
       *[usual] Months the contract takes
    }
label-contract-hours =
    { $sides ->
        [these] Paid hours per job, those
       *[usual] Paid hours for the contract
    }
label-contract-overhead =
    { $sides ->
        [these] Unpaid hours per job, those
       *[usual] Unpaid hours for the contract
    }
label-contract-bought-in =
    { $sides ->
        [these] Subcontractors and tools per job, those
       *[usual] Subcontractors and tools, contract
    }
label-contract-payments = Milestones in the contract
label-keep = What you want to keep
label-hourly-pay = Hourly pay you want
label-concession =
    { $sides ->
        [these] Discount, per job
       *[usual] Discount, per gig or on the contract
    }
label-hourly-rate = Hourly rate
label-weekly-hours = Hours a week
label-weeks = Weeks
label-bad-review = Jobs that end in a bad review
label-reviews-in-sight = Jobs until a bad review drops out of view
label-average-price = Your usual job price, if different
label-work-lost = Work you lose while a bad review is in view
label-non-payment = Invoices never paid
label-escrow-non-payment = Escrow milestones never paid
label-hourly-non-payment = Protected hours never paid
label-protection = How you are paid
protection-none = invoice
protection-escrow = escrow milestones
protection-hourly = protected hours
label-claim = Amount in dispute
label-arbitration-fee = Arbitration fee
label-good-jobs = Jobs that ended well
label-bad-jobs = Jobs that ended badly
label-silent-jobs = Jobs without feedback
label-direct-schedule = Off the platform, paid through
label-direct-status = Payment type
label-conversion-rate = Your hourly rate on the platform
label-conversion-fee = Conversion fee, if quoted
label-rebuild-months = Months to rebuild that income
label-monthly-take-home = Monthly income from this account

## What is wrong with a field or a link

type-fee = Type a fee, such as 10%.
type-number = Type a number, such as { $example }.
negative = The number cannot be below 0.
zero-win-rate = At 0% you win no work. Type a number above 0.
zero = Type a number above 0.
not-whole = Type a whole number.
unclear = This number can be read in two ways. Type it like “1500” or “1.50”.
too-many-digits = { $decimals ->
        [one] { $decimals } decimal
       *[other] { $decimals } decimals
    } at most.
takes-all = This fee and its tax leave you nothing. Lower one of them.
no-hours = Say how many hours the work takes.
at-most = { $most } at most.
total-at-most = All gigs together: { $most } at most.
list-end = The list is empty. Add { $expected }.
list-unexpected = “{ $found }” at character { $at } does not fit. Write { $expected }.
list-count = a number of gigs before the “x”, such as “20 x 150”
list-price = a price, such as “150” or “20 x 150”
list-clearer = a number that can be read in only one way, such as “1500” or “1.50”, and a space after the comma between two gigs
list-space = a space after a comma between two gigs (“150, 80”), or a number without a comma
list-for = “for” before a client’s name, as in “150 for Ann”, and no other words
list-client = a client’s name or a number of clients after “for”, such as “for 2 clients”
list-fewer-jobs = fewer gigs: { $most } in all at most
list-fewer-lines = fewer lines: { $most } at most
no-smaller-unit = { $currency } has no cents. Type a whole number.
too-fine = { $currency } has { $decimals ->
        [one] { $decimals } decimal
       *[other] { $decimals } decimals
    } at most.
rate-out-of-range = A rate is between 0% and 99.99%.
rate-too-fine = A rate has 4 decimals at most.
rate-outside = This fee allows { $least } to { $most }.
fee-too-fine = An amount in this fee has more decimals than { $currency } allows. Round it.
unknown-schedule = Unknown fee.
wanted = Choose { $choice }.
unknown-currency = Type the three letters of a currency, such as USD.
other-currency = This fee’s limits are in { $currency }. Use { $currency }, or choose another fee.
unknown-language = Type a language, such as en or pt-BR.
unknown-name = Unknown name.
repeated = It is set twice.
ignored = Ignored: { $name }. { $why }
ignored-value = Ignored: { $name } “{ $value }”. { $why }
noted-value = { $name } “{ $value }”: { $why }

read-as = Read as { $number }.
meant-other = I meant { $number }
nothing-converted = Amounts here are in { $currency }. Nothing is converted.
keep-currency = Keep { $currency }
use-currency = Use { $currency }
more-ignored = Also ignored: { $number } more.
notation-end = The fee is incomplete. Add { $expected }.
notation-unexpected = “{ $found }” at character { $at } does not fit. Write { $expected }.
expected-rate = a rate such as 10%
expected-rate-in-range = a rate from 0% to 99.99%
expected-coarser-rate = a rate with 4 decimals at most
expected-rising-range = a second rate above the first
expected-same-range = the same range as before: a fee can have only one
expected-percent = “%”
expected-amount = an amount such as 500
expected-clear-amount = an amount that can be read in one way only, such as “1500” or “1.50”
expected-amount-in-range = an amount with 3 decimals at most, up to a trillion
expected-smaller-amount = an amount up to a hundred million
expected-rising-limit = a limit above the one before
expected-next-tier = a comma and the next tier, such as “, 10%”
expected-continuation = “to”, “+”, “at least”, “at most”, “per” or nothing more
expected-whole = “whole” at the start: only whole payments can have “under”, or a fixed fee for each tier
expected-first-job = “for the first job” as in “whole 30% for the first job, 15% per client”
expected-falling-rates = falling rates and nothing else, because the rate depends on what was billed before
expected-smaller-tax = a lower tax: fee and tax together can be at most 99.99%
expected-more-left = lower rates: all charges together can be at most 99.99%
expected-each-payment = a charge on each payment: after “then” there is no “whole” and no “per”
expected-tax = “tax”
expected-name = a name and a colon, as in “Basic: 9%; Plus: 4.5%”
expected-other-name = another name: this one is taken
expected-more-months = more months than before, or “later:”
expected-later = what applies later, such as “; later: 5%”
expected-least-or-most = “least” or “most”
expected-most-above-least = an “at most” that is not below the “at least”
expected-only-once = “+”, “at least” and “at most” once each
expected-basis = “client”, “contract”, “payment”, “month” or “account”
expected-end = nothing more

## A list of gigs

list-heading = What if your gigs are not all alike?
list-summary = type or paste them, line by line
list-line = { $work } for { $whom }: you keep { $take-home } of { $gross }
list-in-all = { $work } for { $whom }, { $gross } in all
gigs = { $gigs ->
        [one] { $gigs } gig
       *[other] { $gigs } gigs
    }
list-hint = Put each kind of gig on its own line, or separate them with commas. Add “for” and a client’s name or a number of clients; otherwise each gig is for a different client.
list-open = Gigs of different sizes?
list-edit = Change the list
list-file = Take them from a file
list-remove = Back to equal gigs
list-remove-other = Back to one contract
list-bring-back = Bring back the list
list-names-hint = In links, clients are called A, B, C.
list-hardest = The fee takes the largest share of *{ $line }*: { $share }.
list-even = The fee takes { $share } of every line.
list-one = As one contract for one client: you keep { $take-home }.
list-by-client =
    { $clients ->
        [one] As { $clients } contract: you keep { $take-home }.
       *[other] As one contract for each of the { $clients } clients: you keep { $take-home }.
    }
list-today = Under today’s fee ({ $schedule }): you keep { $take-home }.
more = { $amount } more
less = { $amount } less
list-same = the same as now
list-change = { $sentence } That is { $change }.
list-other = The other side as a list, too
column-line = Gigs
column-bills = You bill
column-fee = Fee
column-keep = You keep
line-each = { $count }{"\u00A0"}× { $price }
list-rest = { $lines ->
        [one] { $lines } more line
       *[other] { $lines } more lines
    }

## The map, and which number matters most

group-money = The money
group-risk = The risk
group-ways = Other ways
map-heading = Which combinations pay more?
map-summary = a map of who leads, for any two numbers
map-hint = Every point is a pair of numbers. Drag yours, tap anywhere, or use the arrow keys.
map-across = Across
map-up = Up
map-point = Your point on the map
level-of-list = Prices at { $level } of your list
map-here = { $across }, { $up }: { $lead }.
map-turns = Moving sideways, the lead changes at { $across }; moving up or down, at { $up }.
map-turns-across = Moving sideways, the lead changes at { $across }. Moving up or down, it does not change on this map.
map-turns-up = Moving up or down, the lead changes at { $up }. Moving sideways, it does not change on this map.
map-same-total = On the dotted line both sides bill the same; on the thick line neither leads. Between them, fees and costs decide.
map-same-line = On the thick line both sides bill the same, and neither leads.
map-dotted = On the dotted line both sides bill the same.
map-thick = On the thick line neither leads.
map-gigs =
    { $sides ->
        [one] The gig pays more
        [these] These pay more
       *[usual] Gigs pay more
    }
map-contract =
    { $sides ->
        [these] Those pay more
       *[usual] Contract pays more
    }
named = { $label } { $value }
label-of-side = { $side }: { $label }
lead-by = +{ $amount }
map-table = Rows: { $up }. Columns: { $across }.
influence-heading = Which number matters most?
influence-summary = what 10% more or less of each would change
influence-line = { $label }: { $less } at { $lower }, { $more } at { $higher }
influence-hint = Each number is changed by 10%, or by one if it is a small whole number.
from-to = { $from } → { $to }
today = Today: { $lead }

## The working

working-heading = Why does the fee differ?
working-heading-same = How is the fee calculated?
working-summary =
    { $sides ->
        [one] { $gig-side } on the gig, { $contract-side } on the contract
        [these] { $gig-side } on these jobs, { $contract-side } on those
       *[usual] { $gig-side } on the gigs, { $contract-side } on the contract
    }
working-summary-same = { $fee } on both
fee-spread = The lowest band has no single rate: it spreads fixed amounts, caps and tax evenly.
working-more =
    { $payments ->
        [one] the fee on { $payments } more payment
       *[other] the fee on { $payments } more payments
    }
difference = { $from } − { $less }
times = { $number } × { $amount }
group-one = One payment of { $amount }
group-one-after = { $amount }, after { $before } already billed
group-several = Each of { $number } payments of { $amount }
group-several-after = Each of { $number } payments of { $amount }, after { $before } already billed
slice-first = first { $amount } at { $rate }
slice-next = next { $amount } at { $rate }
slice = { $amount } at { $rate }
slice-then = then { $amount } at { $rate }
slice-fixed = fixed fee
slice-minimum = minimum fee
slice-minimum-paid = already paid as the minimum fee
slice-maximum = maximum fee
once-client = { $part }, once for the client
once-contract = { $part }, once for the contract
once-month = { $part }, once a month
once-account = { $part }, once for all work
slice-tax = tax on the fee, { $rate }
fee = fee

## Costs and hours

costs-heading = What does an hour really pay?
costs-unknown = after proposals, unpaid hours and other costs
costs-summary-hourly =
    { $sides ->
        [one] gig { $gig-side } an hour; contract { $contract-side } an hour
        [these] these { $gig-side } an hour; those { $contract-side } an hour
       *[usual] gigs { $gig-side } an hour; contract { $contract-side } an hour
    }
costs-summary =
    { $sides ->
        [one] the gig costs { $gig-side }; the contract { $contract-side }
        [these] these jobs cost { $gig-side }; those { $contract-side }
       *[usual] the gigs cost { $gig-side }; the contract { $contract-side }
    }
hours-summary =
    { $sides ->
        [one] gig { $gig-side }; contract { $contract-side }
        [these] these { $gig-side }; those { $contract-side }
       *[usual] gigs { $gig-side }; contract { $contract-side }
    }
row-after-fee = after the fee
row-bids = { $bids ->
        [one] { $bids } proposal
       *[other] { $bids } proposals
    }
row-connects = Connects for { $bids ->
        [one] { $bids } proposal
       *[other] { $bids } proposals
    }
row-membership = membership
row-bought-in = subcontractors and tools
row-withdrawals = withdrawals
row-left = after costs
row-hours = hours, paid and unpaid
row-unpaid-hours = unpaid hours
row-hourly = per hour
costs-hint = On average: with a win rate of 10% it takes ten proposals to win a client. Free Connects, those you have and those in your membership are used up first.
since = { $day }:
assumptions-hint = Typical numbers from blogs and surveys. Replace them with yours.
assumptions-what = Number
assumptions-found = What others report
assumptions-begin = Use
assume-new = win rate, new
assume-new-found = 3 to 8%
assume-established = win rate, established
assume-established-found = 6 to 20%
assume-minutes = minutes per proposal
assume-minutes-found = 15 to 30 to write, about 10 to find the job
assume-connects = Connects per proposal
assume-connects-found = 4 to 24, often 16
assume-overhead = unpaid hours per client
assume-overhead-found = our own guess
assume-unpaid = unpaid share of your hours
assume-unpaid-found = 10 to 50%
bids-known = What proposals on Upwork have cost:

## Months

months-heading = When does the money come in?
months-summary = all paid within a month
months-line-none = nothing is paid in the first { $months ->
        [one] month
       *[other] { $months } months
    }
months-line = after { $months ->
        [one] { $months } month
       *[other] { $months } months
    } { $sides ->
        [one] the gig has paid { $gig-side }, the contract { $contract-side }
        [these] these jobs have paid { $gig-side }, those { $contract-side }
       *[usual] the gigs have paid { $gig-side }, the contract { $contract-side }
    }
overtaken-gigs =
    { $sides ->
        [one] From month { $month } the gig is ahead.
        [these] From month { $month } these jobs are ahead.
       *[usual] From month { $month } the gigs are ahead.
    }
overtaken-often =
    { $times ->
        [one] The lead changes { $times } time.
       *[other] The lead changes { $times } times.
    }
overtaken-contract =
    { $sides ->
        [these] From month { $month } those jobs are ahead.
       *[usual] From month { $month } the contract is ahead.
    }
months-level = In the end both have paid the same.
months-gigs-ahead =
    { $sides ->
        [one] The gig is ahead all the way.
        [these] These jobs are ahead all the way.
       *[usual] The gigs are ahead all the way.
    }
months-contract-ahead =
    { $sides ->
        [these] Those jobs are ahead all the way.
       *[usual] The contract is ahead all the way.
    }
at-stake =
    { $sides ->
        [one] Finished work not yet paid: up to { $gig-side } with the gig, up to { $contract-side } with the contract.
        [these] Finished work not yet paid: up to { $gig-side } with these jobs, up to { $contract-side } with those.
       *[usual] Finished work not yet paid: up to { $gig-side } with the gigs, up to { $contract-side } with the contract.
    }
months-month = Month
months-gigs =
    { $sides ->
        [one] Gig, this month
        [these] These jobs, this month
       *[usual] Gigs, this month
    }
months-gigs-so-far =
    { $sides ->
        [one] Gig, so far
        [these] These jobs, so far
       *[usual] Gigs, so far
    }
months-contract =
    { $sides ->
        [these] Those jobs, this month
       *[usual] Contract, this month
    }
months-contract-so-far =
    { $sides ->
        [these] Those jobs, so far
       *[usual] Contract, so far
    }
months-picture = Money received so far, month by month.
months-hint = After the fee. Payments and costs are spread evenly; only the totals so far include costs.

## Quotes

quote-heading = What should I quote?
quote-summary = what to charge to keep an amount or reach an hourly rate
quote-line = to keep { $kept }, charge { $gig } per gig or { $contract } for the contract
quote-line-none = no price leaves you { $kept }
quote-line-none-list = even ten times the list’s prices would leave you less than { $kept }
quote-line-gigs = to keep { $kept }, charge { $gig } per gig
quote-line-contract = to keep { $kept }, charge { $contract } for the contract
quote-line-level = to keep { $kept }, charge { $level }
quote-line-hourly = the hourly contract leaves you { $take-home }
quote-hint = Type what you want to keep. The quote covers the fee and the costs you counted.
quote-keep-gigs = To keep { $kept }, charge { $price } per gig.
quote-keep-contract = To keep { $kept }, charge { $price } for the contract.
quote-gap-gigs =
    { $sides ->
        [one] The fee jumps here: a gig at { $from } to { $to } leaves less.
       *[usual] The fee jumps here: gigs at { $from } to { $to } each leave less.
    }
quote-gap-contract = The fee jumps here: a contract at { $from } to { $to } leaves less.
quote-picture = What each side leaves you for every total.
billed = { $amount } billed
quote-keep = keep { $kept }
quote-level-keep = To keep { $kept }, charge { $level }.
quote-level-pay = To earn { $hourly } an hour, charge { $level }.
quote-off-list =
    { $sides ->
        [these] A discount of { $off } on each job of the list costs you { $cost } in all.
       *[usual] A discount of { $off } on each gig of the list costs you { $cost } in all.
    }
quote-line-list = to keep { $kept }, charge { $level } or { $contract } for the contract
quote-line-lists = to keep { $kept }, charge { $level } for these or { $other-level } for those
quote-line-other-list = to keep { $kept }, charge { $gig } for each of these or { $level }
quote-keep-none = No price leaves you { $kept }.
quote-keep-none-list = Even ten times the list’s prices would leave you less than { $kept }.
quote-pay-none = No price pays { $hourly } an hour.
quote-pay-none-list = Even ten times the list’s prices would pay less than { $hourly } an hour.
quote-pay-gigs = To earn { $hourly } an hour, charge { $price } per gig.
quote-pay-contract = To earn { $hourly } an hour, charge { $price } for the contract.
quote-no-gig-hours =
    { $sides ->
        [these] Say how long each of these jobs takes, under “What does an hour really pay?”.
       *[usual] Say how long a gig takes, under “What does an hour really pay?”.
    }
quote-no-contract-hours =
    { $sides ->
        [these] Say how long each of those jobs takes, under “What does an hour really pay?”.
       *[usual] Say how long the contract takes, under “What does an hour really pay?”.
    }
quote-off-gigs = A discount of { $off } per gig costs you { $cost } in all.
quote-off-contract = A discount of { $off } on the contract costs you { $cost }.
quote-off-none = A discount of { $off } would leave nothing of the price.
quote-weeks = { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } at { $rate } an hour: you bill { $gross }, the fee is { $fee }, you keep { $take-home }.
quote-hourly-status = Hourly work has a different fee: “{ $name }”.
quote-rate = To keep { $kept } an hour, charge { $rate }.
use-as-contract = Use as the contract

## Risk

risk-heading = What if a client does not pay, or the review is bad?
risk-summary = how often each side ends ahead
risk-line-level = both end level in { $chance } of cases
risk-line-gigs =
    { $sides ->
        [one] the gig ends ahead in { $chance } of cases
        [these] these jobs end ahead in { $chance } of cases
       *[usual] the gigs end ahead in { $chance } of cases
    }
risk-line-contract =
    { $sides ->
        [these] those jobs end ahead in { $chance } of cases
       *[usual] the contract ends ahead in { $chance } of cases
    }
risk-line-gigs-hour =
    { $sides ->
        [one] an hour on the gig pays more in { $chance } of cases
        [these] an hour on these jobs pays more in { $chance } of cases
       *[usual] an hour on the gigs pays more in { $chance } of cases
    }
risk-line-contract-hour =
    { $sides ->
        [these] an hour on those jobs pays more in { $chance } of cases
       *[usual] an hour on the contract pays more in { $chance } of cases
    }
arbitration-line = worth it only if your chance of winning is over { $chance }
arbitration-line-never = it costs at least as much as you could win
arbitration-chance = Chance of winning
arbitration-brings = Expected gain, after the arbitration fee
score-line = one bad outcome would take your score from { $now } to { $after }
odds =
    { $sides ->
        [one] The contract ends ahead in *{ $contract }* of cases, the gig in *{ $gig }*.
        [these] Those jobs end ahead in *{ $contract }* of cases, these in *{ $gig }*.
       *[usual] The contract ends ahead in *{ $contract }* of cases, the gigs in *{ $gig }*.
    }
odds-level =
    { $sides ->
        [one] The contract ends ahead in *{ $contract }* of cases, the gig in *{ $gig }*; in { $level } they are level.
        [these] Those jobs end ahead in *{ $contract }* of cases, these in *{ $gig }*; in { $level } they are level.
       *[usual] The contract ends ahead in *{ $contract }* of cases, the gigs in *{ $gig }*; in { $level } they are level.
    }
odds-hour =
    { $sides ->
        [one] An hour on the contract pays more in *{ $contract }* of cases, an hour on the gig in *{ $gig }*.
        [these] An hour on those jobs pays more in *{ $contract }* of cases, an hour on these in *{ $gig }*.
       *[usual] An hour on the contract pays more in *{ $contract }* of cases, an hour on the gigs in *{ $gig }*.
    }
odds-hour-level =
    { $sides ->
        [one] An hour on the contract pays more in *{ $contract }* of cases, an hour on the gig in *{ $gig }*; in { $level } they are level.
        [these] An hour on those jobs pays more in *{ $contract }* of cases, an hour on these in *{ $gig }*; in { $level } they are level.
       *[usual] An hour on the contract pays more in *{ $contract }* of cases, an hour on the gigs in *{ $gig }*; in { $level } they are level.
    }
row-average = average, after losses from bad reviews
row-low = 9 times in 10, at least
row-high = 9 times in 10, at most
row-unpaid = at least one payment missing
row-bad-review = at least one bad review
band-one = At least 8 in 10 cases: { $low }.
band = 8 in 10 cases: { $low } to { $high }.
bars-first = The first bar is everything under { $under }.
bars-last = The last bar is { $from } and more.
bars-both = The first bar is everything under { $under }, the last one { $from } and more.
review-costs-list = A bad review costs { $cost }: { $lost } of { $jobs ->
        [one] your next job
       *[other] your next { $jobs } jobs
    } at the list’s average price of { $price }.
review-costs =
    { $jobs ->
        [one] A bad review costs { $cost }: { $lost } of your next job at { $price }.
       *[other] A bad review costs { $cost }: { $lost } of your next { $jobs } jobs at { $price } each.
    }
risk-hint = Calculated exactly, not simulated; payments and jobs are independent of each other. Not included in the answer above.
dispute-heading = Is arbitration worth its fee?
dispute-summary = depends on the arbitration fee and the amount in dispute
score-heading = What would one bad outcome do to my Job Success Score?
score-summary = the score now, after one more good job and after one bad one
score = Job Success Score
score-now = now
score-good = +1 good
score-bad = +1 bad
score-with-silent = missing feedback counts as bad (until Nov 2020)
score-without-silent = only jobs with feedback count (since Nov 2020)
score-good-less-bad = good minus bad (Upwork’s own outline)
score-none = –
score-hint = Every job counts the same here. Upwork weighs them by size and age; it does not publish how.

## Before anything is typed

presets = Start with
preset-line = { $preset }: { $line }
on-platform = on { $platform }, { $line }
preset-new = Just starting
preset-established = Established
preset-repeat = Repeat clients
preset-own = Your numbers
not-counted = { $line } (not counted yet)
preset-at-the-end = At the end
preset-two-milestones = Two milestones
preset-every-month = Monthly
preset-as-gigs =
    { $sides ->
        [one] Like the gig
        [these] Like these jobs
       *[usual] Like the gigs
    }
preset-as-contract =
    { $sides ->
        [these] Like those jobs
       *[usual] Like the contract
    }
preset-invoices = By invoice
preset-escrow = Escrow
preset-hourly = Hourly protection
preset-whole-contract =
    { $sides ->
        [these] All of those jobs
       *[usual] Whole contract
    }
preset-one-gig =
    { $sides ->
        [one] The gig
        [these] One of these jobs
       *[usual] One gig
    }
preset-five-jobs = 5 good
preset-ten-jobs = 9 good, 1 bad
preset-fifty-jobs = 48 good, 2 bad
# Where the numbers are in fields, the list is left out.
costs-assumed = Numbers from blogs and surveys; the hours per client are our own guess.
costs-assumed-with = Numbers from blogs and surveys; the hours per client are our own guess. { $list }.
example-assumed = Our own example.
example-assumed-with = Our own example: { $list }.
sources-assumed = From the sources below.
sources-assumed-with = From the sources below: { $list }.
count-costs = Count this in the answer
unpaid-line =
    { $sides ->
        [one] gig { $gig-side } unpaid hours, contract { $contract-side } (not counted yet)
        [these] these { $gig-side } unpaid hours, those { $contract-side } (not counted yet)
       *[usual] gigs { $gig-side } unpaid hours, contract { $contract-side } (not counted yet)
    }
hours-missing = no hours yet
more-fields = More numbers
sources = Sources
as-table = These numbers as a table
hours-line = { $paid } h paid, { $overhead } h unpaid, { $bidding } h on proposals

## Leaving the platform

leaving-heading = Should I take a client off the platform?
leaving-summary = what is allowed, and what you risk otherwise
leaving-line = breaking the terms is worth it only if your risk of losing the account is under { $chance }
leaving-line-conversion =
    { $sides ->
        [these] the conversion fee for the clients of those jobs is { $fee }
       *[usual] the conversion fee for the contract’s client is { $fee }
    }
leaving-line-term = in the first { $months ->
        [one] month
       *[other] { $months } months
    } { $platform } allows it only for a conversion fee
leaving-line-free =
    { $sides ->
        [these] the waiting period is over: you may leave, and save { $saved } on those jobs
       *[usual] the waiting period is over: you may leave, and save { $saved } on the contract
    }
leaving-line-saving =
    { $sides ->
        [these] leaving saves { $saved } on those jobs; read the platform’s terms first
       *[usual] leaving saves { $saved } on the contract; read the platform’s terms first
    }
leaving-line-own = your own clients, with no marketplace to leave
leaving-own = { $platform } takes payments from your own clients. There is no marketplace to leave.
leaving-line-nothing =
    { $sides ->
        [these] leaving saves nothing on those jobs
       *[usual] leaving saves nothing on the contract
    }
leaving-terms = Terms first: taking a client off a marketplace can cost you the account, and off the platform there is no escrow, no mediation and no review.
leaving-terms-but = Terms first: any way not listed below can cost you the account, and off the platform there is no escrow, no mediation and no review.
row-stay = you keep if you stay
row-leave = you keep, paid through { $service }
service-status = { $service }, { $how }
row-saving = saving, before any conversion fee
row-conversion-fee = conversion fee
row-conversion-fees = conversion fee, { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
row-bear = you keep after the conversion fee
row-wait = if you wait
free-now = allowed now
free-later = allowed in { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
service-currency = { $service } charges in { $currency }. Choose another.
conversion = Conversion fee: { $fee } of { $time } hours at your hourly rate. Free after { $months ->
        [one] { $months } month
       *[other] { $months } months
    }.
conversion-with-fee = Conversion fee: { $fee } of { $time } hours at your hourly rate. That is { $amount } for each client. Free after { $months ->
        [one] { $months } month
       *[other] { $months } months
    }.
conversion-between = Conversion fee: { $fee } of { $time } hours at your hourly rate, from { $least } to { $most }. Free after { $months ->
        [one] { $months } month
       *[other] { $months } months
    }.
conversion-between-with-fee = Conversion fee: { $fee } of { $time } hours at your hourly rate, from { $least } to { $most }. That is { $amount } for each client. Free after { $months ->
        [one] { $months } month
       *[other] { $months } months
    }.
breach-none-gigs =
    { $sides ->
        [one] Leaving would save nothing on the gig.
        [these] Leaving would save nothing on these jobs.
       *[usual] Leaving would save nothing on the gigs.
    }
breach-none-contract =
    { $sides ->
        [these] Leaving would save nothing on those jobs.
       *[usual] Leaving would save nothing on the contract.
    }
breach-gigs =
    { $sides ->
        [one] With { $stake } at stake, saving { $saved } on the gig is worth it only if the chance of losing the account is under { $chance }.
        [these] With { $stake } at stake, saving { $saved } on these jobs is worth it only if the chance of losing the account is under { $chance }.
       *[usual] With { $stake } at stake, saving { $saved } on the gigs is worth it only if the chance of losing the account is under { $chance }.
    }
breach-contract =
    { $sides ->
        [these] With { $stake } at stake, saving { $saved } on those jobs is worth it only if the chance of losing the account is under { $chance }.
       *[usual] With { $stake } at stake, saving { $saved } on the contract is worth it only if the chance of losing the account is under { $chance }.
    }
breach-worth-gigs =
    { $sides ->
        [one] The gig saves { $saved }, at least as much as the { $stake } you put at stake. Is that all your account is worth?
        [these] These jobs save { $saved }, at least as much as the { $stake } you put at stake. Is that all your account is worth?
       *[usual] The gigs save { $saved }, at least as much as the { $stake } you put at stake. Is that all your account is worth?
    }
breach-worth-contract =
    { $sides ->
        [these] Those jobs save { $saved }, at least as much as the { $stake } you put at stake. Is that all your account is worth?
       *[usual] The contract saves { $saved }, at least as much as the { $stake } you put at stake. Is that all your account is worth?
    }
breach-hint = Breaking the terms, counting only money:

## The client, and other schedules

client-heading = Who gets what of the client’s money?
client-summary =
    { $sides ->
        [one] you keep { $gig-share } of it with the gig, { $contract-share } with the contract
        [these] you keep { $gig-share } of it with these jobs, { $contract-share } with those
       *[usual] you keep { $gig-share } of it with the gigs, { $contract-share } with the contract
    }
client-summary-unknown = the client’s fee is not known
client-not-known = not known
client-unknown = We found no fee for the client here. Choose one.
client-nothing = nothing
client-line = you keep { $kept }, fees { $fee } + { $client-fee }
row-client-pays = the client pays
row-client-fee = the client’s fee
row-your-fee = your fee
row-you-keep = you keep
row-platform-takes = the platform takes
others-heading = Would another platform or year change the answer?
others-summary = the same work under every other fee
# Under every fee the same.
others-line-gigs =
    { $sides ->
        [one] gig ahead under all { $all } fees
        [these] these ahead under all { $all } fees
       *[usual] gigs ahead under all { $all } fees
    }
others-line-contract =
    { $sides ->
        [these] those ahead under all { $all } fees
       *[usual] contract ahead under all { $all } fees
    }
# In place of a number of fees.
none = none
others-line-level = no difference under any of the { $all } fees
others-line =
    { $sides ->
        [one] contract ahead under { $contract } of { $all } fees, gig under { $gig }, no difference under { $level }
        [these] those ahead under { $contract } of { $all } fees, these under { $gig }, no difference under { $level }
       *[usual] contract ahead under { $contract } of { $all } fees, gigs under { $gig }, no difference under { $level }
    }
others-left =
    { $sides ->
        [one] gig leaves { $gig-side }, the contract { $contract-side };
        [these] these leave { $gig-side }, those { $contract-side };
       *[usual] gigs leave { $gig-side }, the contract { $contract-side };
    }
others-more = { $number } more with the same result
others-level = No difference
others-past = No longer in force
lead-gigs =
    { $sides ->
        [one] gig +{ $amount }
        [these] these +{ $amount }
       *[usual] gigs +{ $amount }
    }
lead-contract =
    { $sides ->
        [these] those +{ $amount }
       *[usual] contract +{ $amount }
    }
lead-level = no difference
others-order = Press a line to use its fee.
others-left-out = Other currencies
in-brackets = { $name } ({ $detail })
since-level-still = Under that fee there would still be *no difference.*
since-level = Under that fee there would be *no difference.*
since-gigs-still =
    { $sides ->
        [one] Under that fee the gig would still lead, by *{ $amount }.*
        [these] Under that fee these jobs would still lead, by *{ $amount }.*
       *[usual] Under that fee the gigs would still lead, by *{ $amount }.*
    }
since-gigs =
    { $sides ->
        [one] Under that fee *the gig would lead by { $amount }.*
        [these] Under that fee *these jobs would lead by { $amount }.*
       *[usual] Under that fee *the gigs would lead by { $amount }.*
    }
since-contract-still =
    { $sides ->
        [these] Under that fee those jobs would still lead, by *{ $amount }.*
       *[usual] Under that fee the contract would still lead, by *{ $amount }.*
    }
since-contract =
    { $sides ->
        [these] Under that fee *those jobs would lead by { $amount }.*
       *[usual] Under that fee *the contract would lead by { $amount }.*
    }

## The reader’s own files

books-heading = What did the fees really cost you?
books-summary = see it from your own file of payments
books-intro = Choose or drop a CSV file of your payments, or paste cells. Nothing leaves your device.
books-known = Files from Upwork, Fiverr, Freelancer.com, PayPal, Stripe, Payoneer and Wise are recognized. In any other file, say which column is which.
books-choose = Choose a file
books-paste = Or paste cells here
books-pasted = the pasted cells
books-reading = Reading { $name }: { $part }
books-stop = Stop
books-close = Remove the file
books-stopped = Stopped. Nothing from the file was kept.
books-workbook = This is an Excel workbook. Save it as CSV, and drop that file here.
books-no-text = This is not a CSV file. Export one from your platform or spreadsheet, and drop it here.
books-others = { $files ->
        [one] The other file was not read. Open one file at a time.
       *[other] The other { $files } files were not read. Open one file at a time.
    }
books-unreadable = The file could not be read. Choose it again.
books-empty = No payments were found. Check which column is which.
books-all-refunded = Every payment was refunded in full.
books-found = { $payments ->
        [one] *{ $payments } payment*
       *[other] *{ $payments } payments*
    } from { $whom } in { $name }: *{ $gross }* in all, { $when }.
books-whom = { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
books-whom-and-unnamed = { $clients ->
        [one] { $clients } client and some without a name
       *[other] { $clients } clients and some without a name
    }
books-whom-unnamed = unnamed clients
books-when = { $from } to { $to }
books-when-unknown = without dates
books-service = Read as a file from { $service }.
books-service-other = Read as a spreadsheet. Check below that each column was understood.
books-worked-out = The file has only net amounts. We worked out what was billed from the { $platform } fee in force on each day.
books-only-net = Where no fee is known, the net amount counts as the amount billed.
books-unnamed-each = No column says who paid, so we count each payment as a different client’s.
books-broken = The file is cut off at line { $line }: a quotation mark there is never closed, so later lines were not read. Close the quotation mark and try again.
books-too-long = The file is cut off at line { $line }: that row is too long. Check for a quotation mark that is never closed.
books-unclear-dates = The dates can be read in two ways. We read them like { $order }. If that is wrong, change it under “Was anything misread?”.
books-unclear-numbers = { $amounts ->
        [one] { $amounts } amount can be read in two ways. We read it like
       *[other] { $amounts } amounts can be read in two ways. We read them like
    } { $example }. If that is wrong, change it under “Was anything misread?”.
books-year = Year
books-all-years = All years
books-platform = Fees of
books-no-platform = no platform
books-rows = { $rows ->
        [one] { $rows } row counted
       *[other] { $rows } rows counted
    }
books-left-out = { $rows ->
        [one] { $rows } row not counted
       *[other] { $rows } rows not counted
    }
books-more-rows = And { $number } more.
books-settings = Was anything misread?
books-nowhere = (none)
books-column = Column { $number }
books-column-date = Date
books-column-client = Client
books-column-amount = Amount
books-column-credit = Money in
books-column-debit = Money out
books-column-direction = In or out
books-column-returned = Refunded
books-column-fee = Fee
books-column-net = Amount after the fee
books-column-kind = Type
books-column-currency = Currency
books-column-status = Status
books-column-about = Description
books-column-id = Reference
books-column-belongs = Original payment’s reference
books-order = Dates
books-day-first = 31/12/2026
books-month-first = 12/31/2026
books-mark = Numbers
books-mark-point = 1,200.50
books-mark-comma = 1.200,50
books-currency = Payments in
books-row = Row
books-line = Line { $line }
books-payment = Payment
books-bonus = Bonus
books-refund = Refund
books-fee = Fee
books-tax = Tax
books-withdrawal = Withdrawal
books-withdrawal-fee = Withdrawal fee
books-spending = Membership or proposals
books-why-status = Its status is “{ $word }”
books-why-no-amount = No amount
books-why-amount = “{ $text }” is not an amount
books-why-finer = “{ $text }” has too many decimals for its currency
books-why-too-large = “{ $text }” is more than anyone is paid
books-why-sum-too-large = All rows together are more than anyone is paid
books-why-day = “{ $text }” is not a date
books-why-no-day = No date
books-why-cells = { $cells ->
        [one] { $cells } cell, but { $expected } headings
       *[other] { $cells } cells, but { $expected } headings
    }
books-why-total = A sum of other rows
books-why-not-paid = Not a client’s payment: a conversion, a hold, or your own money
books-why-currency = In { $currency }
books-why-money-out = You paid { $amount }
books-why-too-many = Only { $number } rows are read
books-taken = The fees took *{ $fee }*: { $share } of { $gross }.
books-unsaid = { $payments ->
        [one] { $payments } payment has no fee in the file, so we used the published one.
       *[other] { $payments } payments have no fee in the file, so we used the published ones.
    }
books-unsaid-unknown = { $payments ->
        [one] { $payments } payment has no fee in the file. Choose whose fees it had.
       *[other] { $payments } payments have no fee in the file. Choose whose fees they had.
    }
books-disputed = { $amount } in fees was charged for refunds or disputes and is not compared.
books-right = { $payments ->
        [one] That is what { $platform } published, to the cent.
       *[other] That is what { $platform } published, to the cent, for each of the { $payments } payments.
    }
books-within = { $payments ->
        [one] That is a rate that { $platform } published.
       *[other] Each of the { $payments } payments had a rate that { $platform } published.
    }
books-wrong = Under { $platform }’s published fees, the total would have been *{ $expected }*: { $change }.
books-rounded = { $payments ->
        [one] { $payments } fee is a cent off, which is rounding.
       *[other] { $payments } fees are a cent off, which is rounding.
    }
books-unknown = { $payments ->
        [one] For { $payments } payment, the fee in force is not known.
       *[other] For { $payments } payments, the fee in force is not known.
    }
books-uncharged = We do not know { $platform }’s fee in { $currency }. Choose another under “Fees of”.
books-unsure = Some payments are older than the first date we can confirm for this fee.
books-differences = { $payments ->
        [one] { $payments } fee differs
       *[other] { $payments } fees differ
    }
books-differences-hint = Either something applied that the file does not show, such as a special rate or earlier work, or our data is wrong. The report contains no names or references.
books-report = Copy a report
books-copied = Copied.
books-not-copied = Your browser did not allow copying.
books-column-billed = Billed
books-column-taken = Fee charged
books-column-expected = Published fee
books-column-kept = Kept
books-column-schedule = Schedule
books-bundled = { $clients ->
        [one] As one contract, the fees would have been { $fee }: { $change }.
       *[other] As one contract for each of the { $clients } clients, the fees would have been { $fee }: { $change }.
    }
books-same = the same
books-clients = By client
books-payments = { $payments ->
        [one] { $payments } payment
       *[other] { $payments } payments
    }
books-nameless = Unnamed
books-elsewhere = The same payments under other fees
books-elsewhere-hint = If a fee depends on your level, we use the first level; if you can choose the rate, we use yours or the nearest allowed.
books-use = Compare them with one contract
books-use-hint = These payments become your gigs above, compared with one contract for the same sum.
books-use-too-many = A list of gigs has at most { $lines-most } lines and { $gigs-most } gigs.
books-choose-year = Choose one year.
books-used = Your gigs above are now these payments.
books-used-at-other-fee = Your gigs above are now these payments, with the fee chosen above. The fees in the file are different.
books-other-currency = The fee or an amount above does not fit the file’s currency. Change it, then press “Compare them with one contract” again.
books-withdrawn = Withdrawn
books-withdrawal-fees = Withdrawal fees
books-taxes = Taxes
books-spent = Memberships and proposals
books-loose-fees = Fees not matched to a payment
books-loose-refunds = Refunds not matched to a payment
books-besides = Also in the file

## The fee and its source

own-fee = Your own fee
status-own = your own fee
fee-hint = Type rates and limits, for example:
basis-month-spread = This fee counts by the month. Payments are spread evenly over the months you entered.
basis-month-note = This fee counts by the month. We assume all gigs are paid in one month.
platform-fee = { $platform }, { $fee }
schedule-until = { $fee }, until { $until }
schedule-in = { $fee }, { $year }
schedule-from-to = { $fee }, { $from }–{ $until }
schedule-as-of = { $fee }, as of { $year }
schedule-since = { $fee }, since { $year }
status-ended-now = ended { $day }; now { $fee }
status-ended = ended { $day }
status-in-force = in force
status-seen = last seen in { $year }
status-since = in force since { $day }
status-old = checked over a year ago
period-today = in force; start unknown
period-now = now; start unknown
period-seen = last seen in { $year }
period-since = since { $day }
period-until = until { $day }; start unknown
period = { $from } to { $until }
certainty-official = official
certainty-quoted = official, quoted elsewhere
certainty-third-party = not official
certainty-conflicting = sources disagree
certainty-reconstructed = reconstructed
old = Last checked { $day }, over a year ago. Check the source first.
per-client = { $fee } per client
per-contract = { $fee } per contract
per-month = { $fee } per month
per-account = { $fee } per account
range = { $least }–{ $most }
first-job = first job
range-by-months = { $least }–{ $most } by months
range-by-status = { $least }–{ $most } by type
chosen-of = { $rate } (of { $least }–{ $most })
chosen-for-each-of = { $rate } and { $contract } (of { $least }–{ $most })
named-fee = { $name }: { $fee }
tier-or-tier = { $before } / { $item }
first-to-last = { $first } … { $last }
plus = { $fee } + { $amount }
plus-tax = { $fee } plus { $tax } tax
at-least-amount = { $fee }, at least { $amount }
at-most-amount = { $fee }, at most { $amount }
steps-one = One rate for every payment.
# One rate with a fixed part, a floor or a cap, which apply once for what the fee counts.
steps-rule-payment = The same for every payment.
steps-rule-contract = The same for every contract.
steps-rule-client = The same for every client.
steps-rule-month = The same for every month.
steps-rule-account = The same for everything you bill on the platform.
steps-then = Then, on the remainder:
steps-client = Like tax bands: each slice of a client’s total has its own rate.
steps-month = Like tax bands: each slice of a month’s total has its own rate.
steps-account = Like tax bands: each slice of everything you have billed on the platform has its own rate.
steps-payment = Like tax bands: each slice of a payment has its own rate.
steps-whole-history = One rate for the whole payment, set by what you billed before.
steps-contract = Like tax bands: each slice of a contract’s total has its own rate.
steps-whole-contract = One rate for the whole contract, set by its price: just over a limit you can end up with less.
steps-whole = One rate for the whole payment: just over a limit you can end up with less.
steps-tax = { $explained } Plus { $rate } tax on the fee.
case-first-months = in the first { $months ->
        [one] month
       *[other] { $months } months
    } with a client
case-later = later
market-marketplace = Marketplaces
market-payment = Your own clients
read = fee checked { $day }
read-at = Fee checked { $day } ·{" "}
# Stressed parts become links; the first one of `reading` is set as code.
source-read = *{ $source }*, checked { $day }
source-and-certainty = *{ $source }*, checked { $day }; { $certainty }.
source-of = { $line }, *{ $source }*
reading = *{ $fee }*, *{ $source }*
source = source
about-heading = What is known about this fee?
about-own = your own fee
about-summary = { $certainty }, checked { $day }
about-in-force = In force
about-payer = Who pays
about-notation = In fee notation
about-source = Source
about-certainty = How reliable
payer-freelancer = you, out of the price
payer-client = the client, on top
readings = Other sources say
use-fee = Use this fee
use-fee-named = Use this fee: { $fee }
use-these = Use these numbers
use-connects = Use these Connects prices
use-review = Use this review rate
use-payment = Use this for payments
use-arbitration = Use this arbitration fee
use-conversion = Use this conversion fee
button-named = { $button }: { $list }
set-field = { $label } { $value }
replaced = Then: { $fee }, { $period }.

## Sharing

share-link = Copy link
share-print = Print
share-export = Export
share-saved = Save
share-embed = Embed
export-payments = Payments
export-billed = Billed
export-fee = Fee
export-share = Fee in %
export-costs = Costs
export-left = You keep
export-hourly = Per hour
export-line =
    { $sides ->
        [one] { $label }: one gig { $gig-side }, one large contract { $contract-side }
        [list] { $label }: your gigs { $gig-side }, one large contract { $contract-side }
        [these] { $label }: these jobs { $gig-side }, those jobs { $contract-side }
       *[usual] { $label }: many small gigs { $gig-side }, one large contract { $contract-side }
    }
default-name = { $gig-side } or { $contract-side }
export-fee-at = Fee at { $rate }
export-fixed = Fixed fee
export-minimum = Minimum fee
export-maximum = Maximum fee
export-tax = Tax on the fee, { $rate }
export-difference =
    { $sides ->
        [one] Contract minus gig
        [these] Those jobs minus these
       *[usual] Contract minus gigs
    }
export-currency = Currency
export-schedule = Fee schedule
export-notation = Fee in notation
export-source = Source
export-read = Checked
export-made = Created
export-address = Address
sheet-given = Your numbers
sheet-working = How this is calculated
sheet-fee = The fee
copy-text = Copy as text
copy-table = Copy as table
save-csv = Save as CSV
save-picture = Save as picture
export-text = The comparison as text
saved-name = Name
saved-save = Save these numbers
saved-export = Download all
saved-import = Open a file
saved-hint = Saved in this browser only.
saved-nothing = Nothing is saved yet.
saved-open = Open
saved-remove = Remove
saved-open-named = Open “{ $name }”
saved-remove-named = Remove “{ $name }”
saved-heading = Saved numbers
undo = Undo
link-copied = Link copied.
copied = Copied.
copy-by-hand = Copying is blocked here. Copy this text:
saved-as = Saved as “{ $name }”.
removed = “{ $name }” removed.
not-saved = This browser cannot save. Download a file before you close the page.
unreadable = Older saved numbers could not be read. They are kept, but not shown.
imported = { $added } added.
imported-some = { $added } added, { $known } already here.
imported-in-part = The rest of the file could not be read.
no-file = This file has no saved numbers in it. Open one that was saved with “Download all”.
printing = If nothing opens, use your browser’s Print command.
not-pinned = Not pinned: the hashes at this address could not be read. Check the address, and that its host allows requests from this page.
failed = That did not work in this browser. Try again.

## Embedding

embed-heading = Embed this in your article
embed-site = Where will it go?
embed-address = Address of the calculator’s folder
embed-shared = Let readers share their numbers (one calculator per page)
embed-pinned = Pin this exact version (integrity hash)
embed-folder = The folder contains index.html and v1. To host it on your own site, upload all of it, for example as /take-home/, and type that here.
embed-theme = Theme
embed-size = Size
theme-page = like the page
theme-reader = as the reader prefers
theme-light = light
theme-dark = dark
size-full = full
size-compact = compact
site-page = My own site
site-wordpress = WordPress (self-hosted)
site-ghost = Ghost
site-markdown = Markdown: Hugo, Jekyll, Eleventy, Astro
site-frame-and-script = Iframe that resizes
site-frame = Plain iframe
site-address = Notion and others (a link)
site-nothing = Newsletter, WordPress.com (no code)
how-page = Paste this into your page. For several calculators on one page, include the script only once. The text inside shows until the calculator has loaded, and in feeds.
how-wordpress = Use a “Custom HTML” block. You need to be an editor or administrator; WordPress strips scripts from other authors.
how-ghost = Use an “HTML” card: type /html on an empty line.
how-markdown = Paste it into the Markdown with a blank line above and below and none inside. Hugo needs “unsafe = true” under [markup.goldmark.renderer].
how-frame-and-script = The script fits the frame to its content. For several on one page, include it only once.
how-frame = The frame’s height follows the width of its column, with a little room at the bottom.
how-address = In Notion, type /embed and paste it. Elsewhere, paste it where the site asks for a link to embed.
how-nothing = A sentence, a table and a link. If the site takes no HTML at all, use the picture and the text under “Export”.
snippet = Snippet
copy-snippet = Copy snippet
policy = If your site has a Content-Security-Policy, allow:
embed-element = If the files are on another host, that host must send “Access-Control-Allow-Origin: {"*"}” for v1/.
embed-base = Upload the calculator’s folder and type its address above, such as https://example.org/take-home/
embed-disk = This address is a file on your computer. Upload the calculator’s folder and type its address above, such as https://example.org/take-home/
embed-whole = Another site needs the full address, such as https://example.org/take-home/
embed-local = Only your computer can open this address. Readers need the one on your site.
preview = Preview
frame-title = Many small gigs or one large contract: which leaves you more?
invitation = Try it with your own numbers

## The pages, and the loader

page-title = Take-home: many small gigs or one large contract?
page-short-title = Take-home
page-description = Many small gigs or one large contract: which leaves you more after the marketplace’s fee? Exact to the cent, works offline, sends nothing.
page-heading = Many small gigs or one large contract?
page-lead = A marketplace’s fee depends on how the work is split. Enter your numbers and see which leaves you more.
page-private = Everything is calculated on your device; nothing is sent. Your numbers are in the page’s address, so a bookmark brings them back.
page-save = Save for offline use
page-save-how = : one file with your numbers in it that works without a connection.
page-not-saved = That needs a connection. Try again when you are online.
page-news = A newer version is ready.
page-reload = Reload
page-not-started = The calculator could not start here. The example is still correct.
page-retry = Try again
page-stopped = The calculator has stopped. The example is still correct; reload the page to start again.
page-frame-open = Open the calculator with the numbers of this article
page-frame-lost = This article’s own numbers may be missing, because the host redirected the frame. These are the default numbers.

## The page that shows every way to embed

page-demo-title = Every way to embed Take-home in an article
page-demo-lead = Four ways to embed the comparison, from the one that needs most to the one that needs nothing. Each shows the author’s example; readers can change the numbers and go back to it.
page-demo-element = The element
page-demo-element-for = For sites that allow scripts. It takes the width, the font and the direction of the text around it, and loads when a reader scrolls near it.
page-demo-twelve = Twelve gigs of $250 leave $2,700 after a fee of 10%, and so does one contract of $3,000.
page-demo-second = A second one with another example, compact and in the dark theme, adds nothing to the download.
page-demo-thirty = Thirty gigs of $500 for the same client leave as much as one contract of $15,000.
page-demo-frame-grows = A frame that resizes
page-demo-frame-grows-for = For sites that allow frames and one small script, or forbid Wasm on their own pages.
page-demo-forty = Forty gigs of $100 or one contract
page-demo-frame = A plain frame
page-demo-frame-for = For sites that allow frames only. Its height follows the width of its column.
page-demo-one-client = Thirty gigs for one client or one contract
page-demo-nothing = A table and a picture
page-demo-nothing-for = For feeds, emails and sites that allow nothing else: the example as text and as a picture.
page-demo-picture = The same as a picture: two bars; the contract’s is longer.

## The plugin for WordPress

plugin-description = Many small gigs or one large contract: which leaves you more? A calculator for freelancers, as a block and a shortcode.
plugin-numbers = Numbers
plugin-numbers-how = Paste a link copied from the calculator, or write gigs=12&gig-price=250
plugin-example = Example
plugin-example-how = Shown as text until the calculator is ready, and in feeds
plugin-frame = Show in a frame
plugin-frame-how = For themes or security policies that stop the calculator from running in the page
