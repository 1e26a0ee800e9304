"""The measured figures. Each bench is one file; all measure the artefact as it was built, in one run, interleaved."""
