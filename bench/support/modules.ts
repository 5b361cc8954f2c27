/** Modules of the product as they are, with the content that they read when nothing has been built. */
import { createServer } from 'vite'

/** Loads modules of ours by their path from the project's root: `load<typeof import('…')>('/src/…')`. */
export type Load = <Module>(path: string) => Promise<Module>

/** Opens what loads modules; it listens on no port. */
export const openModules = async (): Promise<{ load: Load; close: () => Promise<void> }> => {
	const vite = await createServer({
		configFile: false,
		appType: 'custom',
		logLevel: 'error',
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
	})
	return {
		load: <Module>(path: string) => vite.ssrLoadModule(path) as Promise<Module>,
		close: () => vite.close(),
	}
}
