/** Guides to devices and apps: goals first, the word to search for, how one sees that it is on. */
export { guideFrame, guideWords, type DeviceGuide } from './device-guide.ts'
export { findGuideView, type GuideView } from './guide-view.ts'
export { findGuideFaults } from './guide-faults.ts'
