namespace Optimizer.Workflows.Instances;

/// <summary>What became of a request to suspend, resume, terminate or purge.</summary>
public enum ControlAnswer
{
    /// <summary>It stands as asked, by this call or since before.</summary>
    Done,

    /// <summary>The instance has finished; nothing changed.</summary>
    AlreadyFinished,

    /// <summary>Only for purge: the instance has not finished; nothing changed.</summary>
    NotFinished,

    /// <summary>There is no instance of this id.</summary>
    NotFound,
}
