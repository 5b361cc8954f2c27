/**
 * Limits for what hangs, in milliseconds. They are nets and measure nothing: what a test waits for is an event, or the end of the process
 * that owes it. A test whose honest work is longer names `longTest` beside its reason and belongs to the long lane (`tests/gate.ts`).
 */

/** For one test, by what it runs: rules in memory, databases and programs, a browser with a product. */
export const testLimits = { unit: 20_000, process: 60_000, journey: 90_000 } as const

/** For a hook, which starts a product or a browser. */
export const hookLimit = 120_000

/** For a test of minutes. */
export const longTest = 240_000

/** For a program that runs to its end. */
export const patience = 60_000

/** For what a page shows, once it is asked for, and for a state that is polled. */
export const pagePatience = 25_000

/** For a line on which nothing comes any more: then it is taken for dead. */
export const silence = 60_000
