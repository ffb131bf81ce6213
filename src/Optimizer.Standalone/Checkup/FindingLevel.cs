namespace Optimizer.Standalone.Checkup;

/// <summary>How something that was looked at is.</summary>
internal enum FindingLevel
{
    Ok,

    /// <summary>Works now, and will not do all that is wanted or not for long.</summary>
    Warn,

    /// <summary>Does not work.</summary>
    Fail,
}
