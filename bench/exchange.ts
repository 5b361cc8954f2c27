/**
 * The exchange desk: what a message of a partner costs. `node bench/exchange.ts`; `-- --quick`: fewer rounds.
 * Each part stands in a file of `bench/exchange/` and prints its own lines.
 */
import { measureChannel } from './exchange/channel.ts'
import { finish } from './support/figures.ts'

await measureChannel()
finish()
process.exit()
