/** The list of all client files with their digests, as a file, as `integrity` of a page, and back. */
export {
	addIntegrity,
	formatManifest,
	parseManifest,
	toIntegrity,
	type CodeManifest,
} from './code-manifest.ts'
