import text from '../../../../../../../content/exchange/never-block.yaml?raw'
import { readNeverBlock, type NeverBlock } from '../../never-block.ts'

/** Names that are never blocked, read when the server is built into memory: wrong content stops the start. */
export const neverBlock: NeverBlock = readNeverBlock(text)
