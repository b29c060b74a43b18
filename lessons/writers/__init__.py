"""Writers: documents and slides as files of one format each. Imported only when a pack is made."""
