// What is in `element.comparison`, and in the events `ready` and `change`? docs/reference.md says what each key means. `cargo xtask
// check` compares this file with what the engine gives: no key is missing, and none is too many.

/** An amount or a fraction, exact, as a decimal string: `"15000.00"`, `"0.2"`. */
export type Decimal = string;

export type Side = "gigs" | "contract";

export interface BySide<T> {
  gigs: T;
  contract: T;
}

export interface Source {
  title: string;
  url: string;
  /** The day on which it was read. */
  read: string;
  certainty: "official" | "quoted" | "third-party" | "conflicting" | "reconstructed";
}

export interface Schedule {
  id: string;
  platform: string | null;
  fee: string;
  from: string | null;
  until: string | null;
  source: Source | null;
}

export interface Tier {
  rate: Decimal;
  amount: Decimal;
  fee: Decimal;
  kind?: "fixed" | "minimum" | "maximum" | "tax";
  charge?: string;
}

export interface Outcome {
  gross: Decimal;
  serviceFee: Decimal;
  takeHome: Decimal;
  effectiveRate: Decimal;
  tiers: Tier[];
}

export interface Gap {
  from: Decimal;
  to: Decimal;
}

/** A line of a list. */
export interface Line {
  count: string;
  price: Decimal;
  gross: Decimal;
  serviceFee: Decimal;
  takeHome: Decimal;
}

export interface ClientSide {
  pays: Decimal;
  clientFee: Decimal;
}

export interface Costs {
  bids: string;
  cost: Decimal;
  takeHome: Decimal;
  hours: string;
  hourlyPay: Decimal | null;
}

export interface Verdict {
  by: "money" | "hour";
  ahead: Side | "neither";
  difference: Decimal;
  matchingGigPrice: Decimal | null;
  matchingContractPrice: Decimal | null;
  matchingGigListLevel?: Decimal | null;
  matchingContractListLevel?: Decimal | null;
}

export interface Months extends BySide<Decimal[]> {
  overtakings: { month: string; ahead: Side }[];
}

export interface QuoteSide {
  priceKeeping?: Decimal | null;
  pricePaying?: Decimal | null;
  /** Of a list, in place of prices: the percentage of its prices. */
  levelKeeping?: Decimal | null;
  levelPaying?: Decimal | null;
  concessionCosts?: Decimal | null;
}

export interface Quote extends BySide<QuoteSide> {
  hourly?: { week: Decimal; gross: Decimal; serviceFee: Decimal; takeHome: Decimal };
  rateKeeping?: Decimal | null;
}

export interface Prospect {
  ahead: Decimal;
  expected: Decimal;
  low: Decimal;
  high: Decimal;
  nonPayment: Decimal;
  badReview: Decimal;
}

export interface Risk extends BySide<Prospect> {
  level: Decimal;
  badReviewCosts: Decimal;
}

export interface Score {
  now: Decimal | null;
  afterGood: Decimal | null;
  afterBad: Decimal | null;
}

export interface LeavingSide {
  stays: Decimal;
  leaves: Decimal;
  saving: Decimal;
  conversionFee: Decimal | null;
  monthsLeft: string | null;
  breakEven: Decimal | null;
}

export interface Leaving extends BySide<LeavingSide | null> {
  direct: string;
  atStake: Decimal;
}

/** What is counted only if it is asked for; it comes with the part `answers`. */
export interface Extras {
  gigLines?: Line[];
  contractLines?: Line[];
  months?: Months;
  quote?: Quote;
  risk?: Risk;
  arbitration?: { breakEven: Decimal | null };
  score?: { withSilent: Score; withoutSilent: Score; goodLessBad: Score };
  leaving?: Leaving;
}

export interface Comparison extends BySide<Outcome>, Extras {
  schedule: Schedule;
  currency: string;
  ahead: Side | "neither";
  /** The contract's take-home less the gigs'. */
  difference: Decimal;
  matchingGigPrice: Decimal | null;
  matchingContractPrice: Decimal | null;
  matchingGigListLevel?: Decimal | null;
  matchingContractListLevel?: Decimal | null;
  matchingGigPriceGaps?: Gap[];
  matchingContractPriceGaps?: Gap[];
  matchingGigListLevelGaps?: Gap[];
  matchingContractListLevelGaps?: Gap[];
  client?: { schedule: Schedule } & BySide<ClientSide>;
  costs?: BySide<Costs>;
  verdict?: Verdict;
}
