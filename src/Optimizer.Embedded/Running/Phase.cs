namespace Optimizer.Embedded.Running;

/// <summary>Where an instance is between two turns.</summary>
internal enum Phase
{
    /// <summary>Waits for a message.</summary>
    Idle,

    /// <summary>Has messages and waits for a slot.</summary>
    Queued,

    /// <summary>Is loaded, takes a turn, or has one on its way to the disk.</summary>
    Busy,
}
