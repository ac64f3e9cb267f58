"""The look of the house: base page, components, icons and the template tags that every room writes its pages with."""
