/**
 * The script of the pages that check a password or a link: puts what the workers answer into the page. Nothing typed leaves the
 * page; the workers, with lists and rules, are fetched when someone begins.
 */
import { startLinkCheck } from './check-link.ts'
import { startPasswordCheck } from './check-password.ts'

startPasswordCheck()
startLinkCheck()
