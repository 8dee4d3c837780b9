/** Stands in for Atlaskit's experiment client: every gate is off and every experiment has its default. */
const noFeatureGates = {
  checkGate: () => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
  initializeCompleted: () => false,
};

export default noFeatureGates;
