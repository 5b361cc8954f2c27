/**
 * How long tests wait, in milliseconds. Nets for what hangs, no measure of anything: a machine on which everything takes fifty times as
 * long does not reach them. Who waits for a thing waits for its event, or for the end of the process that owes it.
 */

/** For a test, a hook, a page, a program that runs to its end. */
export const patience = 1_800_000

/** For what a page shows, once it is asked for: what is never shown must not hold up all other tests. */
export const pagePatience = 25_000

/** For a line on which nothing comes any more: then it is taken for dead. */
export const silence = 120_000
