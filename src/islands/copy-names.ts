/** Names and addresses to type on another device: the buttons that copy them. */
import { startCopy } from './copy.ts'

startCopy()
