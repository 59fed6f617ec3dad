namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>
/// The user the server runs as. PostgreSQL refuses root, so root hands over to the user that Debian's package makes; anybody
/// else runs it as himself.
/// </summary>
internal sealed class ServerUser
{
    private const string DebianUser = "postgres";

    private ServerUser(string name, bool isSwitched)
    {
        Name = name;
        IsSwitched = isSwitched;
    }

    /// <summary>The user's name.</summary>
    public string Name { get; }

    /// <summary>Whether commands must be handed over to that user.</summary>
    public bool IsSwitched { get; }

    /// <summary>Who it is for the user of this process.</summary>
    /// <exception cref="ClusterException">This is root and there is nobody to hand over to.</exception>
    public static ServerUser Current()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerUser(Environment.UserName, isSwitched: false);
        }

        if (Programs.Run("id", ["-u", DebianUser]).ExitCode != 0)
        {
            throw new ClusterException(
                $"PostgreSQL does not run as root, and there is no user '{DebianUser}' to run it as. "
                    + "Run this as an ordinary user, or add that user with: adduser --system --group postgres"
            );
        }

        return new ServerUser(DebianUser, isSwitched: true);
    }

    /// <summary>Runs a program as that user.</summary>
    public Task<ProgramResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    ) =>
        IsSwitched
            ? Programs.RunAsync("runuser", ["-u", Name, "--", program, .. arguments], cancellationToken)
            : Programs.RunAsync(program, arguments, cancellationToken);

    /// <summary>Makes a folder that only this user may enter, and its parents as usual.</summary>
    /// <exception cref="ClusterException">The folder cannot be made, is somebody else's, or cannot be walked into.</exception>
    public async Task OwnFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException(
                "A private cluster needs Unix sockets and users. Name a database with ConnectionStrings__Gis instead."
            );
        }

        try
        {
            if (Path.GetDirectoryName(folder) is { } parent)
            {
                Directory.CreateDirectory(parent);
            }

            // Made with its final mode: there is no moment in which others could look in.
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException(
                $"The folder {folder} cannot be made: {failure.Message} Choose another one with NEIGHBOR_HOME.",
                failure
            );
        }

        if (IsSwitched)
        {
            await Programs.RunAsync("chown", [$"{Name}:", folder], cancellationToken);
        }

        await Programs.RunAsync("chmod", ["700", folder], cancellationToken);
        ProgramResult walk = await RunAsync("test", ["-O", folder, "-a", "-w", folder], cancellationToken);
        if (walk.ExitCode != 0)
        {
            throw new ClusterException(
                $"The user '{Name}', who runs the database server, cannot work in {folder}: it belongs to somebody else, or a "
                    + "folder above it is closed to that user. Choose another folder with NEIGHBOR_HOME."
            );
        }
    }
}
