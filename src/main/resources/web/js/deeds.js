/** Which roles may do what, so that the page hides the rest. The watch decides; this table is its `Deed`, told once more for the eye. */

const ROLES = {
  act: ['watch', 'operator'],
  draft: ['watch', 'operator', 'analyst'],
  publish: ['operator', 'admin'],
  lookBack: ['viewer', 'watch', 'operator', 'analyst'],
  export: ['watch', 'operator', 'analyst'],
  prove: ['watch', 'operator', 'admin'],
  audit: ['watch', 'operator', 'admin'],
};

/** Whether an officer may do that kind of thing; the demo officer may do everything. */
export const isFor = (deed, officer) => Boolean(officer && (officer.demo || ROLES[deed].includes(officer.role)));
