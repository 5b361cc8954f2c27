/** The gate draws the same examples for the same tree: what it says of a change does not hang on luck. The long lane draws new ones. */
import fc from 'fast-check'

const { TEST_SEED } = process.env
if (TEST_SEED) fc.configureGlobal({ seed: Number(TEST_SEED) })
