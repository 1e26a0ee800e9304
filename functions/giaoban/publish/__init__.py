"""The public site: from issued editions only, through an allow-list, to pages, open data and a feed."""
