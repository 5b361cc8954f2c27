/** Before `npm start`: installs and builds what is missing or stale, and says so. */
import { buildWhenNeeded, checkNode, installWhenNeeded } from './installed.js'

installWhenNeeded()
checkNode()
buildWhenNeeded()
