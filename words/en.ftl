### Everything that the calculator says, in English, in the syntax of Fluent (https://projectfluent.org/fluent/guide).
###
### A message is a whole sentence or label. `{ $price }` is a place that the code fills. A place whose name is a plural,
### such as `$months`, is a count, and its message says what is said of one and of any other number. *Asterisks* set a
### part in bold; `{"*"}` is a plain one. `{"\u00A0"}` is a space at which no line breaks. Messages whose name begins with `page-` are written
### into the pages and scripts of `web/` and `index.html`, at the place of `{{page-…}}`.
###
### The build checks this file: see “Change a sentence” in CONTRIBUTING.md.

## The answer

verdict-contract = One large contract leaves you *{ $amount } more.*
verdict-gigs = Many small gigs leave you *{ $amount } more.*
verdict-gig = The one gig leaves you *{ $amount } more.*
verdict-contract-after-costs = After costs, one large contract leaves you *{ $amount } more.*
verdict-gigs-after-costs = After costs, many small gigs leave you *{ $amount } more.*
verdict-contract-hour = An hour of the contract pays you *{ $amount } more.*
verdict-gigs-hour = An hour of the gigs pays you *{ $amount } more.*
verdict-level = No difference: *{ $both } either way.*
verdict-level-hour = No difference: *{ $hourly } an hour either way.*

turn-tied = If the totals were not tied, gigs of { $gig } each would match this contract, and a contract of { $contract } these gigs.
turn-contract = To match it, each gig would have to pay { $gig }. The contract stays ahead down to a price of { $contract }.
turn-contract-one-gig = To match it, the gig would have to pay { $gig }. The contract stays ahead down to a price of { $contract }.
turn-gigs = To match them, the contract would have to pay { $contract }. The gigs stay ahead down to { $gig } each.
turn-one-gig = To match it, the contract would have to pay { $contract }. The gig stays ahead down to a price of { $gig }.
turn-contract-only = No price of the gigs would match it. The contract stays ahead down to a price of { $contract }.
turn-gigs-only = No price of the contract would match that. The gigs stay ahead down to { $gig } each.
turn-none = No price would make the two equal.
turn-rounding-gigs = Only rounding each payment sets them apart: it leaves the gigs { $amount } more.
turn-rounding-contract = Only rounding each payment sets them apart: it leaves the contract { $amount } more.
turn-flat = This fee gives no discount for size: only the prices decide.
turn-level = At these numbers it does not matter which you choose.
turn-flat-fee = The fee is { $rate } either way: the difference is in the prices, not in the size. { $turn }
sentences = { $first } { $second }

by-fee-gigs = By the fee alone the gigs would be { $amount } ahead.
by-fee-contract = By the fee alone the contract would be { $amount } ahead.
by-fee-level = By the fee alone there would be no difference.

gap-below = From { $from } to { $to } it would fall behind, because the fee jumps; from { $again } to { $end } it would match again.
gap-contract = A contract of { $from } to { $to } would fall behind again, because the fee jumps.
gap-gigs = Gigs of { $from } to { $to } would fall behind again, because the fee jumps.

side-gigs = Many small gigs
side-contract = One large contract
fields-gigs = The gigs
fields-contract = The contract
bar = { $side }: { $take-home } of { $gross } is left, { $fee } is the fee.
fee-of = fee { $fee }, { $share }
fee-and-costs = { $fee }; costs { $cost }
fee-costs-and-hourly = { $fee }; costs { $cost }; { $time }{"\u00A0"}h at { $hourly }
fee-costs-and-take-home = { $fee }; costs { $cost }; { $take-home } for { $time }{"\u00A0"}h
hourly = { $amount } an hour

slider-gigs = { $value }: the gigs are ahead.
slider-contract = { $value }: the contract is ahead.
slider-level = { $value }: no difference.
slider-one = { $lead } The lead changes hands at { $first }.
slider-two = { $lead } The lead changes hands at { $first } and { $second }.
slider-three = { $lead } The lead changes hands at { $first }, { $second } and { $third }.

stale = What you typed cannot be used yet. This is the answer from before.
moved = The example: { $verdict }
moved-since = The example: { $verdict } Changed since: { $list }
change = { $label } { $from } → { $to }
back = Back to the example
needs-script = This is the example, worked out in advance. The sliders need JavaScript and WebAssembly.
part-comes = One moment.
part-failed = This part could not be loaded. The rest still holds.
retry = Try again

## Numbers

list = { $before }, { $item }
either = { $before } or { $item }
also = { $before }; { $item }
later = { $before }, later { $item }
under = under { $limit }
over = over { $limit }
percent = { $number }{"\u00A0"}%
time = { $number }{"\u00A0"}h
unit-hours = h
in-currency = in { $currency }
in-percent = in percent
date = { $day }{"\u00A0"}{ $month }{"\u00A0"}{ $year }
january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December
about-year = about { $year }
year-or-before = { $year } or before

## Labels

platform = Platform
label-schedule = Schedule
label-fee = Fee
label-rate = Fee rate
label-side-rate = Rate on this side
own-rates = A rate of its own for each side
label-status = Status
label-months-known = Months with the client
label-client-schedule = The client pays on top
label-client-fee = The client’s fee
label-client-rate = The client’s rate
label-client-status = The client’s status
label-gigs = Gigs
label-gig-price = Price each
label-clients = Clients
clients-each = one each
clients-one = the same
label-gig-billed = Already billed to each
label-contract-billed = Already billed to them
label-billed-month = Already billed this month
label-contract-price = Price
label-same-total = Same total as the gigs
label-currency = Currency
label-language = Language
label-theme = Theme
label-view = View
label-verdict = What decides
by-money = what is left
by-hour = pay by the hour
label-fee-tax = Tax on the fee
label-bid-cost = Cost of a bid
label-bid-connects = Connects for a bid
label-connect-price = Price of a connect
label-free-connects = Free connects a month
label-held-connects = Connects in hand
label-membership = Membership a month
label-membership-connects = Connects it brings a month
label-bid-minutes = Minutes for a bid
label-client-overhead = Unpaid hours per client
label-withdrawal-fee = Cost of a withdrawal
label-withdrawals = Withdrawn after each
withdrawals-payment = payment
withdrawals-month = month
label-win-rate = Bids that win
label-gig-hours = Working hours each
label-gig-overhead = Unpaid hours each
label-gig-bought-in = Bought-in work each
label-duration = Months it takes
label-contract-hours = Working hours
label-contract-overhead = Unpaid hours
label-contract-bought-in = Bought-in work
label-contract-payments = Payments
label-keep = You want to keep
label-hourly-pay = An hour should pay
label-concession = Let off the price
label-hourly-rate = Hourly rate
label-weekly-hours = Hours a week
label-weeks = Weeks
label-bad-review = Jobs with a bad review
label-reviews-in-sight = Jobs while it is in sight
label-average-price = Price of a job, 0: the gigs’
label-work-lost = Work lost by it
label-non-payment = Never paid, unprotected
label-escrow-non-payment = Never paid, in escrow
label-hourly-non-payment = Never paid, hourly protection
label-protection = Protected by
protection-none = nothing
protection-escrow = escrow
protection-hourly = hourly
label-claim = What is in dispute
label-arbitration-fee = Arbitration fee
label-good-jobs = Jobs that ended well
label-bad-jobs = Jobs that ended badly
label-silent-jobs = Jobs without feedback
label-direct-schedule = Paid off the platform through
label-direct-status = How
label-conversion-rate = Your hourly rate there
label-conversion-fee = Conversion fee, if you know it
label-rebuild-months = Months to make good its loss
label-monthly-take-home = The account leaves you a month

## What is wrong with a field or a link

type-fee = Type a fee, such as 10%.
type-number = Type a number, such as { $example }.
not-a-number = This is not a number. Type one such as { $example }.
negative = This is below zero. Type a number above it.
zero-win-rate = At 0 % no bid ever wins, so there is nothing to compare. Type a share above zero.
zero = This has to be more than zero.
not-whole = This has to be a whole number.
too-many-digits = At most { $digits ->
        [one] 1 digit
       *[other] { $digits } digits
    } behind the point.
takes-all = With its tax this fee takes all there is, so there is nothing to compare.
no-hours = Type the hours that it takes, so that an hour has a pay to compare.
at-most = At most { $most }.
total-at-most = All gigs together may come to at most { $most }.
no-smaller-unit = { $currency } has no smaller unit: type a whole number.
too-fine = { $currency } has { $digits ->
        [one] 1 digit
       *[other] { $digits } digits
    } behind the point, not more.
rate-out-of-range = A rate is at least 0 % and at most 99.99 %.
rate-too-fine = A rate has at most 4 digits behind the point.
rate-outside = This fee allows { $least } to { $most }.
fee-too-fine = The fee names an amount with more digits behind the point than { $currency } has.
unknown-schedule = There is no schedule of this name.
wanted = Wanted: { $choice }.
unknown-currency = A currency is three letters, such as USD.
other-currency = The limits of this fee are in { $currency }.
unknown-language = A language is a tag such as en or pt-BR.
unknown-name = There is nothing of this name.
repeated = It was named once already.
ignored = Not used: { $name }. { $why }
ignored-value = Not used: { $name } “{ $value }”. { $why }

notation-end = The fee ends at character { $at }, expected { $expected }.
notation-unexpected = Unexpected “{ $found }” at character { $at }, expected { $expected }.
expected-rate = a rate such as 10%
expected-rate-in-range = a rate from 0% to 99.99%
expected-coarser-rate = a rate with at most 4 decimals
expected-rising-range = a rate above the first one of the range
expected-same-range = the same range as in the tier before
expected-percent = %
expected-amount = an amount such as 500
expected-amount-in-range = an amount with at most 3 decimals, up to a trillion
expected-smaller-amount = an amount up to a hundred million
expected-rising-limit = a limit above the one before
expected-next-tier = a comma and the next tier, such as “, 10%”
expected-continuation = “to”, “+”, “at least”, “at most”, “per” or the end
expected-whole = “whole” at the start of a charge with “under”, or with several charges of their own
expected-falling-rates = falling rates only, since here the rate depends on what was billed before
expected-smaller-tax = a tax with which all is below 99.99%
expected-tax = “tax”
expected-name = a name and a colon, as in “Basic: 9%; Plus: 4.5%”
expected-other-name = a name that was not used yet
expected-more-months = more months than before, or “later:”
expected-later = a last part such as “; later: 5%”
expected-least-or-most = “least” or “most”
expected-most-above-least = an “at most” not below the “at least”
expected-only-once = each of “+”, “at least” and “at most” only once
expected-basis = “client”, “contract”, “payment” or “month”
expected-end = the end

## The working

working-heading = How this is worked out
working-summary = fee { $fee }
working-sum = { $before } = { $fee }
working-plus = { $before } + { $fee }
working-minus = { $before } − { $fee }
difference = { $from } − { $less }
times = { $number } × { $amount }
group-one = One payment of { $amount }
group-one-after = One payment of { $amount }, after { $before } billed before
group-several = { $number } payments of { $amount }, on each
group-several-after = { $number } payments of { $amount }, after { $before } billed before, on each
slice-first = first { $amount } at { $rate }
slice-next = next { $amount } at { $rate }
slice = { $amount } at { $rate }
slice-fixed = fixed part
slice-minimum = raised to the minimum fee
slice-maximum = reduced to the maximum fee
slice-tax = tax on the fee, { $rate }
fee = fee

## Costs and hours

costs-heading = Bidding and hours
not-counted = not counted
costs-summary = gigs { $gig-side }; contract { $contract-side }
row-after-fee = left after the fee
row-bids = { $bids ->
        [one] { $bids } bid
       *[other] { $bids } bids
    }
row-connects = connects for { $bids ->
        [one] { $bids } bid
       *[other] { $bids } bids
    }
row-membership = membership
row-bought-in = bought-in work
row-withdrawals = withdrawals
row-left = left in the end
row-hours = hours, paid and unpaid
row-hourly = an hour pays
costs-hint = Expected numbers: a client is won once, and 100 ÷ the share of bids that win are needed for one. Connects that are free, in hand or come with a membership are used first.
since = { $day }:
assumptions-hint = Assumptions to begin with; nobody official says what is usual. Change them to your own.
assumptions-what = What
assumptions-found = Found
assumptions-begin = To begin with
assume-new = bids that win, new
assume-new-found = 3 to 8 %
assume-established = bids that win, established
assume-established-found = 6 to 20 %
assume-minutes = minutes for a bid
assume-minutes-found = 15 to 30 to write, about 10 to find the job
assume-connects = connects for a bid
assume-connects-found = 4 to 24, often 16
assume-overhead = unpaid hours per client
assume-overhead-found = our own guess
assume-unpaid = unpaid share of all working time
assume-unpaid-found = 10 to 50 %
bids-known = What bids on Upwork cost, as far as it is known:

## Months

months-heading = Month by month
months-summary = all paid within a month
months-line = gigs { $gig-side }; contract { $contract-side }
months-line-gigs = gigs { $gig-side }; contract { $contract-side }; the gigs have brought more from month { $month } on
months-line-contract = gigs { $gig-side }; contract { $contract-side }; the contract has brought more from month { $month } on
spread = { $payments ->
        [one] one payment
       *[other] { $payments } payments
    } in { $months ->
        [one] one month
       *[other] { $months } months
    }
overtaken-gigs = From month { $month } on the gigs have brought more.
overtaken-contract = From month { $month } on the contract has brought more.
months-level = In the end both have brought the same.
months-same-side = The same side has brought more from the first difference to the last month.
at-stake = Before a payment is made, the work of up to { $gig-side } is at stake with the gigs, of up to { $contract-side } with the contract. More milestones make that less.
months-month = Month
months-gigs = Gigs
months-gigs-so-far = in all
months-contract = Contract
months-contract-so-far = in all
months-picture = What each side has brought by each month; the table has the numbers.
months-hint = After the fee. Payments are spread evenly over the months; the sums so far bear an even share of the costs.

## Quotes

quote-heading = What to quote
quote-summary = the price that leaves you a sum, or an hourly pay
quote-line = to keep { $kept }: { $gig } for each gig, or a contract of { $contract }
quote-line-none = no price leaves { $kept }
quote-line-hourly = the hourly contract leaves { $take-home }
quote-hint = Type what you want to keep, and read what to ask for: through the tiers, fixed parts and the costs counted above.
quote-keep-gigs = To keep { $kept } of all gigs, ask { $price } for each.
quote-keep-contract = To keep { $kept } of the contract, ask { $price }.
quote-keep-none = No price that fits here leaves { $kept }.
quote-pay-gigs = For { $hourly } an hour, ask { $price } for each gig.
quote-pay-contract = For { $hourly } an hour, ask { $price } for the contract.
quote-no-gig-hours = Type the gigs’ hours under “Bidding and hours” to see what to ask.
quote-no-contract-hours = Type the contract’s hours under “Bidding and hours” to see what to ask.
quote-off-gigs = { $off } off each gig costs you { $cost } of all you keep.
quote-off-contract = { $off } off the contract costs you { $cost } of what you keep.
quote-off-none = { $off } off would leave nothing of the price.
quote-week = A week at { $rate } bills { $week }; the fee is { $fee }, and { $take-home } is left.
quote-weeks = { $number } weeks at { $rate } bill { $week } each, { $gross } in all; the fee is { $fee }, week by week, and { $take-home } is left.
quote-rate = To keep { $kept } of each hour billed, ask { $rate } an hour.
use-as-contract = Compare it as the contract

## Risk

risk-heading = Risk
risk-line-gigs = the gigs leave more in { $chance } of cases
risk-line-contract = the contract leaves more in { $chance } of cases
risk-line-gigs-hour = the gigs pay more an hour in { $chance } of cases
risk-line-contract-hour = the contract pays more an hour in { $chance } of cases
arbitration-line = arbitration pays from a chance of { $chance } on
arbitration-line-never = arbitration costs more than it can bring
score-line = one bad outcome takes the score from { $now } to { $after }
odds = In *{ $contract }* of cases the contract leaves you more, in *{ $gig }* the gigs do.
odds-level = In *{ $contract }* of cases the contract leaves you more, in *{ $gig }* the gigs do, in { $level } it is the same.
odds-hour = In *{ $contract }* of cases an hour of the contract pays you more, in *{ $gig }* one of the gigs does.
odds-hour-level = In *{ $contract }* of cases an hour of the contract pays you more, in *{ $gig }* one of the gigs does, in { $level } it is the same.
row-average = left on average
row-low = in 1 case of 10 at most
row-high = in 9 cases of 10 at most
row-unpaid = a payment is never made
row-bad-review = a bad review at least
band = { $side }: in 8 cases of 10 between { $low } and { $high }.
review-costs-gigs = A bad review costs { $cost } of work: { $lost } of { $number } jobs at the gigs’ price of { $price }, for so long is it in sight.
review-costs = A bad review costs { $cost } of work: { $lost } of { $number } jobs at { $price }, for so long is it in sight.
risk-hint = Each payment fails and each job ends badly by itself; all cases are counted, none is drawn by lot. The answer at the top counts nothing of this.
risk-begin = Type how often a review is bad or a payment is never made, and see how often each side ends ahead. Begin with what is known:
arbitration = Arbitration at { $fee } for a claim of { $claim } pays only if you win in more than { $chance } of such cases.
arbitration-never = Arbitration at { $fee } for a claim of { $claim } cannot pay: the fee is lost even if you win.
score = Success score
score-now = now
score-good = one good more
score-bad = one bad more
score-with-silent = good of all, silence is not good (until 8 November 2020)
score-without-silent = good of all with feedback (since then)
score-good-less-bad = good less bad, with feedback (as Upwork outlines it)
score-none = –
score-hint = Every job weighs the same here. The platform weighs them by size, in windows of time, by a formula that it keeps to itself.

## Leaving the platform

leaving-heading = Stay or leave
leaving-summary = the allowed ways, and what is at stake in the others
leaving-line = a breach pays only if the chance of losing the account is under { $chance }
leaving-line-conversion = taking the contract’s client along costs { $fee }
leaving-line-nothing = leaving saves nothing on the contract
leaving-terms = A marketplace’s terms come first: who takes a client off it outside the allowed ways breaks them and can lose the account, and has neither escrow nor mediation nor a review. The allowed ways:
row-stay = left if you stay
row-leave = left through { $service }
service-status = { $service }, { $how }
row-saving = saved before any conversion fee
row-conversion-fee = conversion fee
row-conversion-fees = conversion fee, { $clients ->
        [one] one client
       *[other] { $clients } clients
    }
row-bear = left if you bear it
row-wait = waiting out the term
free-now = free now
free-later = free in { $months ->
        [one] 1 months
       *[other] { $months } months
    }
service-currency = What { $service } charges is in { $currency }. Choose another.
conversion = { $fee } of the hourly rate × { $time } hours. After { $months ->
        [one] 1 months
       *[other] { $months } months
    } it is free.
conversion-with-fee = { $fee } of the hourly rate × { $time } hours: { $amount } for a client. After { $months ->
        [one] 1 months
       *[other] { $months } months
    } it is free.
breach-none-gigs = Outside the terms the gigs would save nothing.
breach-none-contract = Outside the terms the contract would save nothing.
breach-gigs = The gigs: { $saved } saved against { $stake } at stake pays only if the chance of losing the account is under { $chance }.
breach-contract = The contract: { $saved } saved against { $stake } at stake pays only if the chance of losing the account is under { $chance }.
breach-worth = { $saved } is more than the { $stake } at which you put the account; is that all it is worth?
account-worth = Type what the account leaves you in a month, and how many months it would take to make good its loss, to see what is at stake.
breach-hint = In breach of the terms, only the sum:

## The client, and other schedules

client-heading = Who pays what
client-summary = of what clients pay, you keep { $gig-share } with the gigs and { $contract-share } with the contract
client-summary-unknown = the client’s fee is not known
client-not-known = not known
client-unknown = No fee for the client was found. Choose one to see both sides.
client-nothing = nothing
row-client-pays = the client pays
row-client-fee = the client’s fee
row-your-fee = your fee
row-you-keep = you keep
row-platform-takes = the platform takes
client-sentence = Of all that clients pay, the platform takes { $gig-share } with the gigs and { $contract-share } with the contract.
others-heading = Other schedules
others-summary = the same work under every fee that fits
others-schedule = Schedule
others-gigs = Gigs keep
others-contract = Contract keeps
others-lead = Who is ahead
lead-gigs = gigs, { $amount }
lead-contract = contract, { $amount }
lead-level = no difference
lead-rounding = only rounding
others-order = The contract’s largest lead first; eras of one platform together. Press one to use it.
others-left-out = Left out, because their amounts are in another currency: { $list }.
in-brackets = { $name } ({ $detail })
since-level-still = Under it there would still be *no difference.*
since-level = Under it there would be *no difference.*
since-gigs-still = Under it the gigs would still be ahead, by *{ $amount }.*
since-gigs = Under it the answer would change: *the gigs would be { $amount } ahead.*
since-contract-still = Under it the contract would still be ahead, by *{ $amount }.*
since-contract = Under it the answer would change: *the contract would be { $amount } ahead.*

## The fee and its source

own-fee = A fee of your own
status-own = a fee of your own, not checked against any platform
fee-hint = Write rates, limits and fixed charges. Start from one of these:
basis-month-note = This fee counts a calendar month: all gigs are taken to be paid within one.
platform-fee = { $platform }, { $fee }
schedule-until = { $fee }, until { $until }
schedule-in = { $fee }, { $year }
schedule-from-to = { $fee }, { $from }–{ $until }
schedule-as-of = { $fee }, as of { $year }
schedule-since = { $fee }, since { $year }
status-ended-now = ended { $day }; now { $fee }
status-ended = ended { $day }
status-in-force = in force, first day not known
status-seen = seen in { $year }, no later change found
status-since = in force since { $day }
status-old = read over a year ago
period-today = today; the first day is not known
period-seen = seen in { $year }; no later change found
period-since = since { $day }
period-until = until { $day }, first day not known
period = { $from } to { $until }
certainty-official = the platform’s own page
certainty-quoted = the platform’s own page, as others quote it
certainty-third-party = other people’s pages only
certainty-conflicting = pages that disagree
certainty-reconstructed = put together from parts; no page states it
caution-third-party = from third parties only
caution-conflicting = sources disagree
caution-reconstructed = put together from parts
old = This was read over a year ago, on { $day }. Look at the source before you rely on it.
per-client = { $fee } per client
per-contract = { $fee } per contract
per-month = { $fee } per month
range = { $least }–{ $most }
range-by-months = { $least }–{ $most }, by months
range-by-status = { $least }–{ $most }, by status
chosen-of = { $rate } (of { $least }–{ $most })
named-fee = { $name }: { $fee }
tier-or-tier = { $before } / { $item }
first-to-last = { $first } … { $last }
plus = { $fee } + { $amount }
at-least-amount = { $fee }, at least { $amount }
at-most-amount = { $fee }, at most { $amount }
steps-one = The whole payment pays this rate.
steps-client = Each part of what a client is billed over time pays the rate of its own tier.
steps-month = Each part of what is billed in a calendar month pays the rate of its own tier.
steps-payment = Each part of a payment pays the rate of its own tier.
steps-whole-history = The whole payment pays one rate, set by what was billed before it.
steps-whole = The whole payment pays the rate of the tier it falls into, so a cent more can cost more than a cent.
steps-tax = { $explained } Tax of { $rate } on the fee comes on top.
case-first-months = in the first { $months ->
        [one] month
       *[other] { $months } months
    } with a client
case-later = later
market-marketplace = Marketplaces
market-payment = Clients of your own
read = fee read { $day }
read-at = fee read { $day },{" "}
read-on = read { $day }
read-and-certainty = , read { $day }; { $certainty }.{" "}
source = source
about-heading = About this fee
about-own = a fee of your own
about-summary = { $certainty }, read { $day }
about-in-force = In force
about-payer = Charged to
about-notation = In notation
about-source = Source
about-certainty = How sure
payer-freelancer = the freelancer, out of what is billed
payer-client = the client, on top of what is billed
readings = Also read as
use-it = Use it
replaced = Replaced by { $fee }, in force { $period }.

## Sharing

share-link = Copy link
share-print = Print
share-export = Export
share-saved = Saved
share-embed = Embed
export-payments = Payments
export-billed = Billed
export-fee = Fee
export-share = Fee, as a share
export-costs = Costs
export-left = Left
export-hourly = An hour pays
export-line = { $label }: many small gigs { $gig-side }, one large contract { $contract-side }
default-name = { $gig-side } or { $contract-side }
export-fee-at = Fee at { $rate }
export-fixed = Fixed part of the fee
export-minimum = Raised to the minimum fee
export-maximum = Reduced to the maximum fee
export-tax = Tax on the fee, { $rate }
export-difference = Contract less gigs
export-currency = Currency
export-schedule = Fee schedule
export-notation = Fee in the notation
export-source = Source
export-read = Read
export-made = Made
export-address = Address
sheet-given = The numbers
sheet-working = How this is worked out
sheet-fee = The fee
copy-text = Copy as text
copy-table = Copy as table
save-csv = Save as CSV
save-picture = Save as picture
export-text = The comparison as text
saved-name = Name
saved-save = Save these numbers
saved-export = Export as a file
saved-import = Import a file
saved-hint = Kept in this browser for this site, and nowhere else.
saved-nothing = Nothing is saved yet.
saved-open = Open
saved-remove = Remove
undo = Take it back
link-copied = The link is copied.
copied = Copied.
copy-by-hand = It could not be copied. Take it from here:
saved-as = Saved as “{ $name }”.
removed = “{ $name }” is removed.
not-kept = This browser keeps nothing for this page. Export a file: what is listed here goes with the page.
unreadable = What was kept here before could not be read. It was put aside, so that nothing of it is lost.
imported = Added from the file: { $added }.
imported-some = Added from the file: { $added }. There already: { $known }.
no-file = There are no saved scenarios in this file.
printing = If no window for printing opens, print the page: the sheet is in it.
not-pinned = What the files at this address hold could not be read from here, so they are not checked.
failed = That did not work here.

## Embedding

embed-heading = Put this comparison into a page
embed-site = What does your site allow?
embed-address = Address of the calculator
embed-shared = Readers can pass their numbers on: for one calculator of a page
embed-pinned = Only this version, checked by its hash
site-page = Scripts: a page of my own
site-wordpress = WordPress on a host of my own
site-ghost = Ghost
site-markdown = Markdown: Hugo, Jekyll, Eleventy, Astro
site-frame-and-script = Frames, and a script
site-frame = Frames only
site-address = Notion and others: an address
site-nothing = Nothing that runs: WordPress.com, mail, feeds
how-page = Paste this where the calculator should stand. Of several in one page, only the first needs the script. What is inside the tag is shown until the calculator is ready, and in feeds.
how-wordpress = Into a block “Custom HTML”, saved by an administrator or an editor: from other authors WordPress takes scripts and frames away.
how-ghost = Into a card “HTML”: type /html on a line of its own.
how-markdown = Into the text, with an empty line before and after it, and none inside. Hugo lets HTML through with “unsafe = true” under [markup.goldmark.renderer].
how-frame-and-script = The script gives the frame the height that it needs. Of several in one page, only the first needs it.
how-frame = The frame is as high as the calculator is on a phone; on a wide page some room stays free beneath it.
how-address = Notion: type /embed and paste it. Elsewhere: where the site asks for the address of a page to show.
how-nothing = A sentence, a table and a link, as HTML. Where not even that is taken, use the picture and the text under “Export”.
snippet = Snippet
copy-snippet = Copy snippet
policy = If your site sends a Content-Security-Policy, it has to allow
embed-element = For pages on another host, the one with the files has to send “Access-Control-Allow-Origin: {"*"}” with those in v1/.
embed-base = Put the folder of the calculator on a host, and type its address above, such as https://example.org/take-home/
preview = Preview
frame-title = Many small gigs or one large contract: which leaves you more?
invitation = Try it with your own numbers

## The pages, and the loader

page-title = Take-home: many small gigs or one large contract?
page-short-title = Take-home
page-description = Many small gigs or one large contract: which leaves you more after the marketplace's fee? To the cent, offline, nothing sent anywhere.
page-heading = Many small gigs or one large contract?
page-lead = A marketplace's fee depends on how the work is cut. Set your numbers; the bars show what is left of them.
page-private = Everything is computed on this machine and nothing is sent. The address keeps your numbers, so that a bookmark or a copied link brings them back.
page-save = Save for offline
page-save-how = : one file with everything in it, your numbers too, that opens from a disk.
page-not-saved = It could not be fetched just now; try again with a network.
page-news = There is a newer version of this page.
page-reload = Load it
page-not-started = The controls could not be started here. The example still holds.
page-stopped = The calculator has stopped; the example still holds. Load the page again to start anew.
page-part-missing = This part could not be loaded. The rest still holds.

## The page that shows every way to embed

page-demo-title = An article with Take-home in every way there is
page-demo-lead = Four ways to put the comparison into an article, from the one that needs everything to the one that needs nothing. Each shows an example of the author's; readers move on from it and find back.
page-demo-element = The element
page-demo-element-for = For sites that allow scripts. It takes its width, its font and the direction of its place, and is fetched when somebody comes near.
page-demo-twelve = Twelve gigs of $250 leave $2,700.00 after a fee of 10 %, and so does one contract of $3,000.
page-demo-second = A second one with another example, compact and in the dark theme, costs the page nothing more to fetch.
page-demo-thirty = Thirty gigs of $500 for the same client leave as much as one contract of $15,000.
page-demo-frame-grows = A frame that grows
page-demo-frame-grows-for = For sites that allow frames and one small script, or forbid Wasm on pages of their own.
page-demo-forty = Forty gigs of $100 or one contract
page-demo-frame-for = For sites that allow frames only: as high as the address of the frame says.
page-demo-frame = A frame alone
page-demo-one-client = Thirty gigs for one client or one contract
page-demo-nothing = A table and a picture
page-demo-nothing-for = For feeds, mail, and sites that forbid everything: the example as text, and as a picture of it.
page-demo-picture = The same as a picture: two bars, of which the contract's is longer.
