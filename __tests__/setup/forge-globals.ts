// Installed before any @forge package loads: some of them read these globals at import.
import { installForgeGlobals } from '../../local/runtime/globals';

installForgeGlobals();
