"""Nothing stored is lost: processes killed, two officials at once, a full disk, a database that is away for a while."""
