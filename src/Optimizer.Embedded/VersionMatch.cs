namespace Optimizer.Embedded;

/// <summary>Which code may run an instance.</summary>
public enum VersionMatch
{
    /// <summary>Only the version it is pinned to; without it the instance is parked until that code is back. The default.</summary>
    Strict,

    /// <summary>Its version, else the lowest newer one; without any it is parked.</summary>
    CurrentOrNewer,
}
