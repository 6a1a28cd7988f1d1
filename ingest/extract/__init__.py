"""A post → claims (pure): lexicon, sentences, dates, quantities, rules; an optional model behind the same door."""
