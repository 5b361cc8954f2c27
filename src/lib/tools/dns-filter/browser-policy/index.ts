/**
 * Policies of browsers: safe search, YouTube, one resolver, no private window, on Linux and Windows.
 * https://chromeenterprise.google/policies/ · https://learn.microsoft.com/deployedge/microsoft-edge-policies ·
 * https://mozilla.github.io/policy-templates/
 */
export {
	toChromeLinuxFiles,
	toChromeWindowsFiles,
	toEdgeLinuxFiles,
	toEdgeWindowsFiles,
	toFirefoxFiles,
	toFirefoxWindowsFiles,
	toPreferenceRemoval,
} from './browser-policy.ts'
export { toChromePolicy, toEdgePolicy, toFirefoxPolicy, type Policy } from './policy.ts'
