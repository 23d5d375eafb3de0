"""`python -m kinerja`: the command line of DESIGN section 9."""

import sys

from kinerja.perintah.utama import main

sys.exit(main())
