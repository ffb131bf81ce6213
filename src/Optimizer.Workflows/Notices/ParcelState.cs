namespace Optimizer.Workflows.Notices;

/// <summary>Where a parcel stands. Numbers are stored: new states are added at the end.</summary>
public enum ParcelState
{
    /// <summary>Waits for its time, its turn or its next attempt.</summary>
    Waiting,

    Delivered,

    /// <summary>Tried for days; not tried again unless somebody replays it.</summary>
    GivenUp,

    /// <summary>It was not to go out: not routed there, or told already.</summary>
    Dropped,

    /// <summary>Everything in it was replaced by later notices about the same objects.</summary>
    Replaced,
}
